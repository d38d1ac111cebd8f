package io.modelcounter.report.text;

import io.modelcounter.analysis.Report;

/** A part of the text with a heading of its own. */
interface Block {
  void write(Report report, Lines out);
}
