package io.modelcounter.cli.terminal;

import org.slf4j.LoggerFactory;

/** Something to do if the process is stopped before this is closed. */
public final class AtShutdown implements AutoCloseable {
  private final Thread hook;

  private AtShutdown(Thread hook) {
    this.hook = hook;
  }

  /**
   * Plans an action.
   *
   * @param name what it does, for the name of its thread
   * @param action the action; must take no lock that another thread may hold for long
   */
  public static AtShutdown run(String name, Runnable action) {
    Thread hook = new Thread(action, name);
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtShutdown(hook);
  }

  /** Forgets the action, unless the process is being stopped already. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      LoggerFactory.getLogger(AtShutdown.class).debug("stopped while closing", stopping);
    }
  }
}
