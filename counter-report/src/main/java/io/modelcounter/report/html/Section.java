package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;

/** A part of the page with a heading and an anchor. */
interface Section {
  /** Anchor of the section. */
  String id();

  String title();

  /** Tells whether the report has anything for this section. */
  default boolean appears(Report report) {
    return true;
  }

  /** Writes what stands under the heading. */
  void write(Report report, Html html);
}
