import java.io.File;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF whether files conform: {@code Conformance PROFILE,PROFILE FILE...}.
 *
 * <p>Prints tab-separated lines: {@code verdict PROFILE FILE PASS|FAIL RULES CHECKS}, each followed
 * by a line {@code fault RULE TIMES MESSAGE PLACE} for every rule that is broken, with the place of
 * the first breach. Exits with 0 whatever the verdicts; an unreadable file is an exception.
 *
 * <p>The profiles are read by hand: the reader that veraPDF has for them needs JAXB, which the jar
 * doesn't hold.
 */
public final class Conformance {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : arguments[0].split(",")) {
      ValidationProfile profile = profile(name);
      for (String file : List.of(arguments).subList(1, arguments.length)) {
        report(name, profile, file);
      }
    }
    System.out.flush();
    System.exit(0);
  }

  private static void report(String name, ValidationProfile profile, String file) throws Exception {
    PDFAFlavour flavour = profile.getPDFAFlavour();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(profile, false).validate(parser);
      print("verdict", name, file, result.isCompliant() ? "PASS" : "FAIL",
          profile.getRules().size(), result.getTotalAssertions());
      reportFaults(result);
    }
  }

  private static void reportFaults(ValidationResult result) {
    Map<String, Integer> times = new TreeMap<>();
    Map<String, TestAssertion> first = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        RuleId rule = assertion.getRuleId();
        String id = rule.getClause() + "-" + rule.getTestNumber();
        times.merge(id, 1, Integer::sum);
        first.putIfAbsent(id, assertion);
      }
    }
    first.forEach((id, assertion) -> print("fault", id, times.get(id), assertion.getMessage(),
        assertion.getLocation().getContext()));
  }

  private static void print(Object... fields) {
    StringBuilder line = new StringBuilder();
    for (Object field : fields) {
      line.append(line.length() == 0 ? "" : "\t");
      line.append(String.valueOf(field).replaceAll("\\s+", " "));
    }
    System.out.println(line);
  }

  // ---- Reading a profile ---------------------------------------------------------------------

  private static ValidationProfile profile(String name) throws Exception {
    Element root;
    String path = "org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream file = Conformance.class.getClassLoader().getResourceAsStream(path)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)
          .getDocumentElement();
    }
    return Profiles.profileFromSortedValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, "", "", new Date(0)),
        "", rules(root), variables(root));
  }

  private static SortedSet<Rule> rules(Element root) {
    NodeList elements = root.getElementsByTagName("rule");
    SortedSet<Rule> rules = new TreeSet<>(Comparator.comparing((Rule rule) ->
        rule.getRuleId().getSpecification() + " " + rule.getRuleId().getClause()
            + "-" + rule.getRuleId().getTestNumber()));
    for (int index = 0; index < elements.getLength(); index++) {
      rules.add(rule((Element) elements.item(index)));
    }
    if (rules.size() != elements.getLength()) {
      throw new IllegalStateException("two rules of the profile go by one id");
    }
    return rules;
  }

  private static Rule rule(Element element) {
    Element id = (Element) element.getElementsByTagName("id").item(0);
    String deferred = element.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
        element.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        element.getAttribute("tags"), text(element, "description"), text(element, "test"),
        Profiles.errorFromValues(text(element, "message"), List.of()), List.of());
  }

  private static SortedSet<Variable> variables(Element root) {
    NodeList elements = root.getElementsByTagName("variable");
    SortedSet<Variable> variables = new TreeSet<>(Comparator.comparing(Variable::getName));
    for (int index = 0; index < elements.getLength(); index++) {
      Element element = (Element) elements.item(index);
      variables.add(Profiles.variableFromValues(element.getAttribute("name"),
          element.getAttribute("object"), text(element, "defaultValue"), text(element, "value")));
    }
    return variables;
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
