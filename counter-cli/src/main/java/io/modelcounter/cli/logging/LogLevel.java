package io.modelcounter.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.modelcounter.cli.message.Verbosity;
import org.slf4j.LoggerFactory;

/** Sets how much is logged. Using it starts the log, which takes time. */
public final class LogLevel {
  private LogLevel() {}

  /** Logs as much as the verbosity asks for. */
  public static void set(Verbosity verbosity) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(
          switch (verbosity) {
            case QUIET, NORMAL -> Level.WARN;
            case VERBOSE -> Level.INFO;
            case DEBUG -> Level.DEBUG;
          });
    }
  }
}
