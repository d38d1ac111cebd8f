package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginFailureException;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.InvalidNodeException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the code of plugins, so that an exception that its interface does not provide for names the
 * plugin and what it was asked about. Built-in plugins are run so as well.
 */
public final class PluginGuard {
  private final Consumer<PluginFailureException> failures;

  private PluginGuard(Consumer<PluginFailureException> failures) {
    this.failures = failures;
  }

  /**
   * Guard that ends the analysis at the first failure.
   *
   * @return the guard
   */
  public static PluginGuard strict() {
    return new PluginGuard(
        failure -> {
          throw failure;
        });
  }

  /**
   * Guard that notes failures and goes on without what the plugin should have said.
   *
   * @param failures receives every failure
   * @return the guard
   */
  public static PluginGuard goingOn(Consumer<PluginFailureException> failures) {
    return new PluginGuard(failures);
  }

  /**
   * Runs code of a plugin.
   *
   * @param plugin id of the plugin
   * @param place what it is asked about
   * @param code the code; null is no answer
   * @param instead what holds if the code fails and the analysis goes on, for the reason given
   * @return the answer
   * @throws PluginFailureException if the code fails and the analysis does not go on
   * @throws InvalidNodeException if the code finds that the node contradicts its operator
   * @throws AttributeException if an attribute is missing or holds another kind of value
   * @throws ModelException if the code reads a stored tensor that the file does not give
   */
  public <T> T call(String plugin, String place, Supplier<T> code, Function<String, T> instead) {
    try {
      return Objects.requireNonNull(code.get(), "the answer is null");
    } catch (InvalidNodeException
        | AttributeException
        | ModelException
        | PluginException expected) {
      throw expected;
    } catch (RuntimeException | LinkageError unexpected) {
      PluginFailureException failure = new PluginFailureException(plugin, place, unexpected);
      failures.accept(failure);
      return instead.apply(String.valueOf(failure.getMessage()));
    }
  }
}
