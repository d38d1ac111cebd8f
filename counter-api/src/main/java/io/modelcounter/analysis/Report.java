package io.modelcounter.analysis;

import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * What a renderer is given.
 *
 * @param analysis the analysis
 * @param toolVersion version of ModelCounter
 * @param command the command line that made it, without the program itself
 * @param top how many layers a short listing should show
 * @param samples number of samples to divide totals by, if that is wanted
 */
public record Report(
    Analysis analysis, String toolVersion, List<String> command, int top, Optional<Size> samples) {

  /**
   * Makes a report.
   *
   * @param analysis the analysis
   * @param toolVersion version of ModelCounter
   * @param command the command line that made it
   * @param top how many layers a short listing should show
   * @param samples number of samples to divide totals by, if that is wanted
   */
  public Report {
    command = List.copyOf(command);
  }
}
