package io.modelcounter.report.summary;

import io.modelcounter.analysis.ModuleCost;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds neighbours such as {@code 0} to {@code 11} that cost the same throughout. */
final class EqualModules {
  private static final Pattern NUMBERED =
      Pattern.compile("(.*?)(0|[1-9][0-9]{0,8})", Pattern.DOTALL);

  private EqualModules() {}

  /** Index after the last module that continues the one at {@code start} and is equal to it. */
  static int end(List<ModuleCost> modules, int start) {
    int end = start + 1;
    while (end < modules.size()
        && isNext(modules.get(end - 1), modules.get(end))
        && isEqual(modules.get(start), modules.get(end))) {
      end++;
    }
    return end;
  }

  /** Number at the end of the name of a module that has one. */
  static String number(ModuleCost module) {
    Matcher matcher = NUMBERED.matcher(module.name());
    return matcher.matches() ? matcher.group(2) : module.name();
  }

  private static boolean isNext(ModuleCost module, ModuleCost next) {
    Matcher first = NUMBERED.matcher(module.name());
    Matcher second = NUMBERED.matcher(next.name());
    return first.matches()
        && second.matches()
        && first.group(1).equals(second.group(1))
        && Integer.parseInt(first.group(2)) + 1 == Integer.parseInt(second.group(2));
  }

  private static boolean isEqual(ModuleCost one, ModuleCost other) {
    if (one.layers() != other.layers()
        || one.children().size() != other.children().size()
        || !one.amounts().equals(other.amounts())
        || !one.parameters().equals(other.parameters())) {
      return false;
    }
    for (int i = 0; i < one.children().size(); i++) {
      ModuleCost child = one.children().get(i);
      ModuleCost otherChild = other.children().get(i);
      if (!child.name().equals(otherChild.name()) || !isEqual(child, otherChild)) {
        return false;
      }
    }
    return true;
  }
}
