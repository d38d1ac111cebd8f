package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;

/** A part of the page with a heading and an anchor. */
interface Section {
  /** Anchor of the section. */
  String id();

  String title();

  /** Writes what stands under the heading. */
  void write(Report report, Html html);
}
