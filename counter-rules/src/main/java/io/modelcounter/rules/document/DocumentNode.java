package io.modelcounter.rules.document;

/** A part of a document that knows where it stands. */
public sealed interface DocumentNode permits Mapping, Listing, Scalar {

  /** Where it begins. */
  Place place();

  /** What it is, for messages that say what was found. */
  String describe();
}
