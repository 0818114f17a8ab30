package com.partnerbridges.utopia.ticket;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.ParameterDeclaration;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.Variant;
import io.quarkus.qute.WhenSectionHelper;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ticket template that names only what there is. It has an engine of its own: one that knows no
 * raw output, no evaluation of values as templates and nothing of the application.
 */
final class TicketTemplate {

  private static final Set<String> VARIABLES = TicketVariables.full().keySet();

  private final Template template;

  private TicketTemplate(Template template) {
    this.template = template;
  }

  /**
   * @throws BrokenTemplate when it does not parse, or names something that there is not
   */
  static TicketTemplate of(String text) {
    if (text.isBlank()) {
      throw new BrokenTemplate("it is empty");
    }
    try {
      Template parsed = engine().parse(text, Variant.forContentType(Variant.TEXT_HTML));
      parsed.getParameterDeclarations().forEach(TicketTemplate::check);
      parsed.getExpressions().forEach(TicketTemplate::check);
      TicketTemplate template = new TicketTemplate(parsed);
      template.render(TicketVariables.full());
      template.render(TicketVariables.bare());
      return template;
    } catch (TemplateException mistake) {
      throw mistake.getOrigin() == null
          ? new BrokenTemplate(mistake.getMessage())
          : new BrokenTemplate(mistake.getOrigin().getLine(), mistake.getMessage());
    } catch (BrokenTemplate mistake) {
      throw mistake;
    } catch (
        RuntimeException mistake) { // of what a value was asked for: an entry that is not there
      throw new BrokenTemplate(mistake.getMessage());
    }
  }

  String render(Map<String, Object> variables) {
    var instance = template.instance();
    variables.forEach(instance::data);
    return instance.render();
  }

  private static Engine engine() {
    return Engine.builder()
        .addSectionHelpers(
            new IfSectionHelper.Factory(),
            new LoopSectionHelper.Factory(),
            new WhenSectionHelper.Factory(),
            new SetSectionHelper.Factory())
        .addDefaultValueResolvers()
        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
        // a declared name has a type, so that one without a type is known to be wrong
        .addParserHook(parser -> VARIABLES.forEach(it -> parser.addParameter(it, "Object")))
        .build();
  }

  private static void check(ParameterDeclaration declared) {
    if (!VARIABLES.contains(declared.getKey())) {
      throw unknown(declared.getOrigin().getLine(), declared.getKey());
    }
  }

  /** Also where a trial would not come by: in a branch that it does not take. */
  private static void check(Expression expression) {
    if (expression.isLiteral()) {
      return;
    }
    Expression.Part first = expression.getParts().get(0);
    if (expression.hasNamespace() || first.getTypeInfo() == null) {
      throw unknown(expression.getOrigin().getLine(), expression.toOriginalString());
    }
    for (Expression.Part part : expression.getParts()) {
      if (part.isVirtualMethod()) {
        part.asVirtualMethod().getParameters().forEach(TicketTemplate::check);
      }
    }
  }

  private static BrokenTemplate unknown(int line, String name) {
    return new BrokenTemplate(line, "there is no variable {" + name + "}");
  }
}
