package io.modelcounter.core;

/** A part of an analysis; they follow each other in this order. */
public enum AnalysisPhase {
  /** The file is read. */
  READING,
  /** Types and values are inferred. */
  SHAPES,
  /** The cost of every node is counted. */
  COUNTING,
  /** Live activations are followed, and all is added up. */
  MEMORY
}
