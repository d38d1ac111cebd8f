package io.modelcounter.spi.support;

import io.modelcounter.spi.InvalidNodeException;

/** The attribute {@code mode} of the operators that interpolate. */
public enum InterpolationMode {
  /** The nearest element is copied. */
  NEAREST(1),
  /** Weighted sum of two neighbours along every axis. */
  LINEAR(2),
  /** Weighted sum of four neighbours along every axis. */
  CUBIC(4);

  private final int neighbours;

  InterpolationMode(int neighbours) {
    this.neighbours = neighbours;
  }

  /**
   * Finds the mode by name; older versions name the number of axes with it.
   *
   * @param name value of the attribute
   * @return the mode
   * @throws InvalidNodeException if there is none of that name
   */
  public static InterpolationMode named(String name) {
    return switch (name) {
      case "nearest" -> NEAREST;
      case "linear", "bilinear", "trilinear" -> LINEAR;
      case "cubic", "bicubic" -> CUBIC;
      default ->
          throw new InvalidNodeException(
              "mode is \"" + name + "\", expected nearest, linear or cubic");
    };
  }

  /**
   * Neighbours along one axis.
   *
   * @return 1, 2 or 4
   */
  public int neighbours() {
    return neighbours;
  }
}
