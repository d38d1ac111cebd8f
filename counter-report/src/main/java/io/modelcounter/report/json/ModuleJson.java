package io.modelcounter.report.json;

import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.report.summary.ModuleRow;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of modules. */
final class ModuleJson {
  /** Readers refuse documents that are nested too deep, so the tree ends here. */
  private static final int DEEPEST = 64;

  private ModuleJson() {}

  static void write(ModuleCost module, JsonOut out) throws IOException {
    write(module, 0, out);
  }

  private static void write(ModuleCost module, int depth, JsonOut out) throws IOException {
    Map<String, Amount> amounts = new LinkedHashMap<>();
    ModuleRow row = ModuleRow.of(module, depth);
    amounts.put("macs", row.macs());
    amounts.put("flops", row.flops());
    amounts.put("parameters", module.parameters());
    out.startObject();
    out.text("path", module.path());
    out.text("name", module.name());
    out.number("layers", module.layers());
    out.amounts(amounts);
    Map<String, Amount> conventions = TotalsJson.conventions(module.amounts(), out);
    Bounds.of(amounts).and("conventions", conventions).write(out);
    children(module.children(), depth, out);
    out.endObject();
  }

  private static void children(List<ModuleCost> children, int depth, JsonOut out)
      throws IOException {
    boolean tooDeep = depth == DEEPEST && !children.isEmpty();
    out.startArray("children");
    for (ModuleCost child : tooDeep ? List.<ModuleCost>of() : children) {
      write(child, depth + 1, out);
    }
    out.endArray();
    if (tooDeep) {
      out.number("childrenLeftOut", children.size());
    }
  }
}
