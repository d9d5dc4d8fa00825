package io.mauntic.messaging.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.parser.Flavor;

/** Liquid that has been understood; immutable, rendered from any thread. */
public final class LiquidTemplate {

    private static final int LONGEST_SOURCE = 500_000;
    // liqp's parser takes quadratic time and worse within one long tag, nothing to speak of across
    // many short ones.
    private static final Pattern LONG_TAG =
            Pattern.compile("\\{[{%](?:(?![}%]}).){1000}", Pattern.DOTALL);
    private static final TemplateParser PARSER =
            new TemplateParser.Builder()
                    .withFlavor(Flavor.LIQUID)
                    .withErrorMode(TemplateParser.ErrorMode.STRICT)
                    .withMaxIterations(RenderBudget.MAX_ITERATIONS)
                    .withMaxSizeRenderedString(RenderBudget.MAX_CHARACTERS)
                    .withRenderTransformer(new BoundedText())
                    .build();
    private static final Filters HTML_FILTERS = LiquidFilters.forHtml();
    private static final Filters TEXT_FILTERS = LiquidFilters.forText();

    private final Template template;
    private final LNode root;

    private LiquidTemplate(Template template, LNode root) {
        this.template = template;
        this.root = root;
    }

    /**
     * HTML: each value that is put in is escaped.
     *
     * @throws BrokenTemplate when it cannot be understood
     */
    public static LiquidTemplate html(String source) {
        return compile(source, new TemplateCompiler(HTML_FILTERS, true));
    }

    /**
     * Plain text: values are put in as they are.
     *
     * @throws BrokenTemplate when it cannot be understood
     */
    public static LiquidTemplate text(String source) {
        return compile(source, new TemplateCompiler(TEXT_FILTERS, false));
    }

    /**
     * The text with its values put in.
     *
     * @param values strings, numbers, booleans, lists and maps of them; nothing else can be reached
     * @throws BrokenTemplate when it uses up more than its budget, or counts with what is no number
     */
    public String render(Map<String, Object> values) {
        try {
            return RenderBudget.spend(
                    () ->
                            String.valueOf(
                                    root.render(
                                            new TemplateContext(
                                                    template, PARSER, new HashMap<>(values)))));
        } catch (RuntimeException | StackOverflowError e) {
            throw broken(e, "");
        }
    }

    private static LiquidTemplate compile(String source, TemplateCompiler compiler) {
        if (source.length() > LONGEST_SOURCE) {
            throw new BrokenTemplate(
                    0, "This text is longer than %,d characters.".formatted(LONGEST_SOURCE));
        }
        Matcher tooLong = LONG_TAG.matcher(source);
        if (tooLong.find()) {
            int line =
                    1
                            + (int)
                                    source.substring(0, tooLong.start())
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count();
            throw new BrokenTemplate(
                    line, "this Liquid tag is longer than 1,000 characters, or never closed.");
        }
        try {
            Template template = PARSER.parse(source);
            return new LiquidTemplate(template, compiler.visit(template.getParseTree()));
        } catch (RuntimeException | StackOverflowError e) {
            throw broken(e, source);
        }
    }

    private static BrokenTemplate broken(Throwable failure, String source) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenTemplate broken) {
                return broken;
            }
            if (cause instanceof LiquidException liquid && liquid.line > 0) {
                return new BrokenTemplate(
                        liquid.line,
                        "this Liquid cannot be understood" + excerpt(source, liquid) + ".");
            }
        }
        return failure instanceof StackOverflowError
                ? new BrokenTemplate(0, "The tags of this text are nested too deeply.")
                : new BrokenTemplate(0, "The Liquid of this text cannot be run.");
    }

    private static String excerpt(String source, LiquidException at) {
        String line = source.lines().skip(at.line - 1L).findFirst().orElse("").strip();
        return line.isEmpty()
                ? ""
                : ": “" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "”";
    }
}
