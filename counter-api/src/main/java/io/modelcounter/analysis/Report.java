package io.modelcounter.analysis;

import java.util.List;

/**
 * What a renderer is given.
 *
 * @param analysis the analysis
 * @param toolVersion version of ModelCounter
 * @param command the command line that made it, without the program itself
 * @param top how many layers a short listing should show
 */
public record Report(Analysis analysis, String toolVersion, List<String> command, int top) {

  /**
   * Makes a report.
   *
   * @param analysis the analysis
   * @param toolVersion version of ModelCounter
   * @param command the command line that made it
   * @param top how many layers a short listing should show
   */
  public Report {
    command = List.copyOf(command);
  }
}
