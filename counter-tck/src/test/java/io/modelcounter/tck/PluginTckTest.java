package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PluginTckTest {

  /** A correct plugin keeps every rule of the kit. */
  @Nested
  final class SamplePluginTest extends PluginTck {
    @Override
    protected CounterPlugin plugin() {
      return new SamplePlugin();
    }
  }

  private static PluginTck kit(CounterPlugin plugin) {
    return new PluginTck() {
      @Override
      protected CounterPlugin plugin() {
        return plugin;
      }
    };
  }

  private static CounterPlugin named(String id) {
    return new SamplePlugin() {
      @Override
      public String id() {
        return id;
      }
    };
  }

  @Test
  void findsAPluginThatIsNoService() {
    assertThatThrownBy(() -> kit(named("sample")).p1IsOfferedAsAService())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("META-INF/services/io.modelcounter.spi.CounterPlugin");
  }

  @Test
  void findsIdsThatAreMalformedOrReservedOrDifferFromTheDescriptor() {
    assertThatThrownBy(() -> kit(named("My Plugin")).p8HasAWellFormedId())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is no id");
    assertThatThrownBy(() -> kit(named("modelcounter.more")).p8HasAWellFormedId())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is reserved");
    assertThatThrownBy(() -> kit(named("other")).p9HasADescriptorWithTheSameId())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("id in the descriptor");
  }

  @Test
  void findsAnOfferThatChanges() {
    List<LayerCounter> growing = new ArrayList<>();
    CounterPlugin plugin =
        new SamplePlugin() {
          @Override
          public List<LayerCounter> counters() {
            growing.add(new Dense());
            return List.copyOf(growing);
          }
        };
    assertThatThrownBy(() -> kit(plugin).p2OffersTheSameTwice())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("second answer");
  }

  @Test
  void findsWhatIsOfferedTwice() {
    CounterPlugin counters =
        new SamplePlugin() {
          @Override
          public List<LayerCounter> counters() {
            return List.of(new Dense(), new Dense());
          }
        };
    assertThatThrownBy(() -> kit(counters).p4OffersNothingTwice())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counters that share versions");
    CounterPlugin conventions =
        new SamplePlugin() {
          @Override
          public List<CountingConvention> conventions() {
            CountingConvention one = CountingConvention.weighted("one", "all", Map.of());
            return List.of(one, one);
          }
        };
    assertThatThrownBy(() -> kit(conventions).p4OffersNothingTwice())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ids of conventions");
  }

  @Test
  void findsACounterThatServesNothing() {
    CounterPlugin plugin =
        new SamplePlugin() {
          @Override
          public List<LayerCounter> counters() {
            return List.of(
                new LayerCounter() {
                  @Override
                  public List<OperatorRange> operators() {
                    return List.of();
                  }

                  @Override
                  public Cost count(Call call) {
                    return Cost.free("nothing");
                  }
                });
          }
        };
    assertThatThrownBy(() -> kit(plugin).p3OffersNothingEmpty()).isInstanceOf(AssertionError.class);
  }

  @Test
  void findsACounterWithoutAShapeRule() {
    CounterPlugin plugin =
        new SamplePlugin() {
          @Override
          public List<ShapeRule> shapeRules() {
            return List.of(new Dense());
          }
        };
    assertThatThrownBy(() -> kit(plugin).p6HasAShapeRuleForWhatItCounts())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ShapeOf");
  }

  @Test
  void findsNotesAboutSomethingElse() {
    CounterPlugin plugin =
        new SamplePlugin() {
          @Override
          public List<OperatorNote> notes() {
            return List.of(OperatorNote.of(OperatorRange.of("test", "Dens"), "free"));
          }
        };
    assertThatThrownBy(() -> kit(plugin).p7HasNotesAboutWhatItCounts())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Dens");
  }

  @Test
  void findsADomainThatTheDescriptorDoesNotName() {
    CounterPlugin plugin =
        new SamplePlugin() {
          @Override
          public List<ShapeRule> shapeRules() {
            return List.of(Kits.rule(OperatorRange.of("elsewhere", "Dense"), new Dense()::outputs));
          }
        };
    assertThatThrownBy(() -> kit(plugin).p11NamesTheDomainsOfItsOperators())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("elsewhere");
  }
}
