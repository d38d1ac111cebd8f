package io.modelcounter.cli.message;

/** The codes of the command's own messages. Those of a model's come from its reader. */
public final class Codes {
  /** The command line cannot be parsed. */
  public static final String COMMAND_LINE = "E0001";

  /** An option has a value that it cannot have. */
  public static final String OPTION_VALUE = "E0002";

  /** An option does not fit the model. */
  public static final String OPTION_FOR_MODEL = "E0003";

  /** There is no such format. */
  public static final String FORMAT = "E0004";

  /** Outputs contradict each other or the models. */
  public static final String OUTPUT_CONFLICT = "E0005";

  /** What was asked for stands for no model. */
  public static final String NO_MODEL = "E0006";

  /** A list of models cannot be read. */
  public static final String NAME_LIST = "E0007";

  /** A file or variable with values of options is wrong. */
  public static final String CONFIGURATION = "E0008";

  /** A value of an option was not taken from where it stands. */
  public static final String NOT_TRUSTED = "W0004";

  /** There is no such model file. */
  public static final String NO_SUCH_FILE = "E0101";

  /** A model file may not be read. */
  public static final String NOT_READABLE = "E0102";

  /** A model is a directory or a device. */
  public static final String NOT_A_FILE = "E0106";

  /** A model is a link that leads nowhere. */
  public static final String DANGLING_LINK = "E0107";

  /** An output cannot be written where it shall be. */
  public static final String OUTPUT_PLACE = "E0601";

  /** Writing failed. */
  public static final String WRITING = "E0602";

  /** A plugin cannot be used. */
  public static final String PLUGIN = "E0701";

  /** The file of a plugin is missing or cannot be read. */
  public static final String PLUGIN_FILE = "E0702";

  /** A plugin is made for another version of the plugin API, or of rule files. */
  public static final String PLUGIN_API = "E0704";

  /** A rule file is wrong. */
  public static final String RULE_FILE = "E0715";

  /** The command itself failed. */
  public static final String INTERNAL = "E9901";

  private Codes() {}
}
