package io.modelcounter.model;

/**
 * Where a model was read from, and what identifies it.
 *
 * @param name file name to show, without directories
 * @param format name of the file format, for example {@code onnx}
 * @param bytes length of the file
 * @param externalBytes bytes of tensors that lie in other files
 * @param structureSha256 SHA-256 in hexadecimal of everything but tensor payloads: equal for models
 *     that differ in weights only; empty if the reader gives none
 */
public record ModelOrigin(
    String name, String format, long bytes, long externalBytes, String structureSha256) {}
