package io.modelcounter.report.read;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sizes and amounts as the document encodes them; a text that occurs often is read once. */
final class Sizes {
  private final Map<String, Field> declared = new HashMap<>();
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Map<String, Size> known = new HashMap<>();
  private final List<String> reasons;

  private Sizes(List<String> reasons) {
    this.reasons = reasons;
  }

  /** Prepares for a document, whose end says what its formulas refer to. */
  static Sizes of(Field document) {
    Sizes sizes = new Sizes(document.find("reasons").map(Field::texts).orElse(List.of()));
    for (Field size : document.find("dataDependentSizes").map(Field::items).orElse(List.of())) {
      sizes.declared.put(size.get("name").text(), size);
    }
    return sizes;
  }

  /** An integer, or a formula in a text. */
  Size size(Field field) {
    if (!field.isText()) {
      return Size.of(field.integer());
    }
    Size size = known.get(field.text());
    if (size == null) {
      size = parse(field);
      known.put(field.text(), size);
    }
    return size;
  }

  /** The sizes of a shape, of which those that are null have names of their own. */
  List<Size> shape(Field shape, Optional<Field> names) {
    Iterator<Field> unknown = names.map(Field::items).orElse(List.of()).iterator();
    List<Size> sizes = new ArrayList<>();
    for (Field size : shape.items()) {
      if (!size.isNull()) {
        sizes.add(size(size));
      } else if (unknown.hasNext()) {
        sizes.add(Size.of(symbol(unknown.next().text())));
      } else {
        throw size.expected("a size that \"unknownSizes\" names");
      }
    }
    return sizes;
  }

  private Size parse(Field field) {
    try {
      return Size.parse(field.text(), this::symbol);
    } catch (IllegalArgumentException invalid) {
      throw field.refusal(String.valueOf(invalid.getMessage()));
    }
  }

  /** The symbol of a name; one that is declared in terms of itself has no bound. */
  private Symbol symbol(String name) {
    Symbol symbol = symbols.get(name);
    if (symbol != null) {
      return symbol;
    }
    Field size = declared.get(name);
    if (size == null) {
      return Symbol.named(name);
    }
    String reason = size.get("reason").text();
    symbols.put(name, Symbol.dataDependent(name, reason));
    Optional<Size> most = size.findValue("most").map(this::size);
    Symbol declaredSymbol =
        most.map(bound -> Symbol.dataDependent(name, reason, bound))
            .orElseGet(() -> Symbol.dataDependent(name, reason));
    symbols.put(name, declaredSymbol);
    return declaredSymbol;
  }

  /** An amount of an object, whose ends stand under {@code bounds} if it is not exact. */
  Amount amount(Field object, String key) {
    return amount(object.get(key), object, "bounds", key);
  }

  /** Amounts of a group, whose ends stand under {@code bounds} of an object around it. */
  Map<String, Amount> amounts(Field group, Field object, String name) {
    Map<String, Amount> amounts = new HashMap<>();
    group
        .fields()
        .forEach((key, field) -> amounts.put(key, amount(field, object, "bounds", name, key)));
    return amounts;
  }

  private Amount amount(Field field, Field object, String... path) {
    if (!field.isNull()) {
      return Amount.exact(size(field));
    }
    Field ends = object;
    for (String key : path) {
      ends = ends.get(key);
    }
    Size low = size(ends.get("low"));
    Optional<Size> high = ends.findValue("high").map(this::size);
    try {
      return Amount.of(low, high, ends.get("reasons").items().stream().map(this::reason).toList());
    } catch (IllegalArgumentException reversed) {
      throw ends.refusal(String.valueOf(reversed.getMessage()));
    }
  }

  private String reason(Field field) {
    int index = field.smallCount();
    if (index >= reasons.size()) {
      throw field.expected("the number of a reason, below " + reasons.size());
    }
    return reasons.get(index);
  }
}
