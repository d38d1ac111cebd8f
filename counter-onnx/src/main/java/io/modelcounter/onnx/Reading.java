package io.modelcounter.onnx;

/**
 * What the message readers of one file share.
 *
 * @param wire the file
 * @param source opens the file again
 * @param budget what has been read so far
 * @param findings receives diagnostics
 * @param dimensions reads texts of dimensions
 * @param external checks where external data lies
 * @param scopes reads module paths
 */
record Reading(
    WireReader wire,
    Source source,
    Budget budget,
    Findings findings,
    DimensionText dimensions,
    ExternalData external,
    ModuleScopes scopes) {}
