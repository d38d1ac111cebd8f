package io.modelcounter.onnx;

/** How much of anything a file may hold; what is beyond is refused with a code {@code E04xx}. */
final class Limits {
  /** Length of the file. */
  static final long FILE_BYTES = 64L << 30;

  /** Length above which readers built on protobuf give up. */
  static final long PROTOBUF_BYTES = Integer.MAX_VALUE;

  /** Graphs within graphs. */
  static final int GRAPH_DEPTH = 32;

  /** Messages within messages: 32 nested graphs take 97, the types in the innermost some more. */
  static final int MESSAGE_DEPTH = 112;

  /** Nodes of all graphs and functions. */
  static final int NODES = 2_000_000;

  /** Initializers of all graphs. */
  static final int INITIALIZERS = 2_000_000;

  /** Values with a declared type of all graphs and functions. */
  static final int VALUE_INFOS = 2_000_000;

  /** Model-local functions. */
  static final int FUNCTIONS = 10_000;

  /** Inputs and outputs of one node. */
  static final int NODE_VALUES = 100_000;

  /** Attributes of one node. */
  static final int NODE_ATTRIBUTES = 4_096;

  /** Numbers, texts and tensors in the list attributes of the whole model. */
  static final int LIST_ELEMENTS = 1 << 24;

  /** Dimensions of one tensor. */
  static final int RANK = 64;

  /** Bytes of a name. */
  static final int NAME_BYTES = 65_536;

  /** Bytes kept of one text that is not a name. */
  static final int TEXT_BYTES = 1 << 20;

  /** Bytes of a tensor message that is kept while walking. */
  static final int KEPT_TENSOR_BYTES = 1_280;

  /** Bytes of a tensor payload that is read when its value is asked for. */
  static final int READ_TENSOR_BYTES = 65_536;

  /** Bytes of tensor messages and texts kept for the whole model. */
  static final long KEPT_BYTES = 64L << 20;

  /** Files with external data. */
  static final int EXTERNAL_FILES = 10_000;

  /** Bytes of the path of a file with external data. */
  static final int PATH_BYTES = 4_096;

  /** Diagnostics of one code. */
  static final int DIAGNOSTICS = 20;

  private Limits() {}
}
