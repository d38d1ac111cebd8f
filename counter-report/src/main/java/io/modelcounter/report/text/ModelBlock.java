package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.symbolic.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the numbers mean and which model they are of. */
final class ModelBlock implements Block {
  private static final int MOST_VALUES = 8;

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    out.paragraph(Headline.CONVENTION + " FLOPs count every other elementary operation as 1.", 0);
    out.heading("Model");
    out.fact("file", file(analysis.origin()));
    out.fact("format", analysis.origin().format() + " version " + analysis.formatVersion());
    out.fact("operators", operatorSets(analysis));
    out.fact("producer", analysis.producer().isEmpty() ? "not recorded" : analysis.producer());
    values("input", analysis.inputs(), out);
    values("output", analysis.outputs(), out);
    if (!analysis.symbols().isEmpty()) {
      out.fact("symbols", symbols(analysis));
    }
  }

  private static String file(ModelOrigin origin) {
    String size = origin.name() + ", " + Numbers.iec(BigInteger.valueOf(origin.bytes()));
    return origin.externalBytes() == 0
        ? size
        : size + " + " + Numbers.iec(BigInteger.valueOf(origin.externalBytes())) + " external data";
  }

  private static String operatorSets(Analysis analysis) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(analysis.opsets())
        .forEach((domain, version) -> parts.add(domain + " " + version));
    return String.join(", ", parts);
  }

  private static String symbols(Analysis analysis) {
    String names =
        analysis.symbols().stream()
            .limit(MOST_VALUES)
            .map(Symbol::toString)
            .collect(Collectors.joining(", "));
    int more = analysis.symbols().size() - MOST_VALUES;
    String all = more > 0 ? names + " and " + Numbers.grouped(more) + " more" : names;
    return all + "; --set NAME=SIZE gives one a value";
  }

  private static void values(String name, List<ValueInfo> values, Lines out) {
    for (ValueInfo value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
      out.fact(name, value.name() + ": " + value.type());
    }
    if (values.size() > MOST_VALUES) {
      out.fact(name, "... and " + Numbers.grouped(values.size() - MOST_VALUES) + " more");
    }
  }
}
