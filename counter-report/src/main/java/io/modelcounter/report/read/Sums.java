package io.modelcounter.report.read;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.analysis.Totals;
import io.modelcounter.cost.InputRole;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the amounts that stand beside the layers. */
final class Sums {
  private final Sizes sizes;

  Sums(Sizes sizes) {
    this.sizes = sizes;
  }

  /** Totals, of which those under other conventions stand beside them. */
  Totals totals(Field totals, Field conventions) {
    Map<String, Amount> amounts = sizes.amounts(conventions, totals, "conventions");
    amounts.put("macs", sizes.amount(totals, "macs"));
    amounts.put("flops", sizes.amount(totals, "flops"));
    return new Totals(
        amounts,
        sizes.amount(totals, "parameters"),
        sizes.amount(totals, "buffers"),
        sizes.amount(totals, "constants"),
        sizes.amount(totals, "weightBytes"),
        sizes.amount(totals, "bufferBytes"),
        sizes.amount(totals, "constantBytes"),
        sizes.amount(totals, "readBytes"),
        sizes.amount(totals, "writeBytes"),
        sizes.amount(totals, "peakActivationBytes"));
  }

  ModuleCost module(Field module) {
    Map<String, Amount> amounts = new TreeMap<>();
    amounts.put("macs", sizes.amount(module, "macs"));
    amounts.put("flops", sizes.amount(module, "flops"));
    module
        .find("conventions")
        .ifPresent(group -> amounts.putAll(sizes.amounts(group, module, "conventions")));
    List<ModuleCost> children = module.get("children").items().stream().map(this::module).toList();
    return new ModuleCost(
        module.get("path").text(),
        module.get("name").text(),
        module.get("layers").smallCount(),
        amounts,
        sizes.amount(module, "parameters"),
        children);
  }

  /** The profile; if nodes run in file order, their names are those of the first layers. */
  MemoryProfile memory(Field memory, List<LayerCost> layers) {
    int count = memory.get("curve").items().size();
    Optional<List<String>> given = memory.find("steps").map(Field::texts);
    List<String> steps =
        given.orElseGet(() -> layers.stream().limit(count).map(LayerCost::name).toList());
    if (steps.size() != count) {
      throw memory
          .get("curve")
          .refusal("there are " + steps.size() + " steps, but " + count + " amounts");
    }
    List<LiveTensor> tensors = new ArrayList<>();
    for (Field tensor : memory.get("tensors").items()) {
      int first = tensor.get("firstStep").smallCount();
      Field last = tensor.get("lastStep");
      if (last.smallCount() < first || last.smallCount() >= count) {
        throw last.expected("a step from " + first + " to " + (count - 1));
      }
      tensors.add(
          new LiveTensor(
              tensor.get("name").text(),
              tensor.get("type").text(),
              sizes.amount(tensor, "bytes"),
              first,
              last.smallCount()));
    }
    return MemoryProfile.of(steps, tensors);
  }

  List<StoredTensor> storedTensors(Field list) {
    Types types = new Types(sizes);
    return list.items().stream()
        .map(
            tensor ->
                new StoredTensor(
                    tensor.get("name").text(),
                    types.tensor(tensor),
                    Notes.word(InputRole.class, tensor.get("role")),
                    tensor.get("reason").text(),
                    sizes.amount(tensor, "bytes")))
        .toList();
  }
}
