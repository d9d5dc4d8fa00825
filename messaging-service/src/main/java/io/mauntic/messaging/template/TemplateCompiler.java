package io.mauntic.messaging.template;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import liqp.Insertions;
import liqp.filters.Filters;
import liqp.nodes.FilterNode;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser;

/**
 * Compiles parsed Liquid into nodes that are kept and rendered many times, refusing what a template
 * may not use: tags that read files or write values without escaping, and filters that are not on
 * the list.
 */
final class TemplateCompiler extends NodeVisitor {

    private static final Set<String> ESCAPING_FILTERS =
            Set.of("escape", "escape_once", "newline_to_br");
    private static final Set<String> SIMPLE_TAGS = Set.of("break", "continue");

    private final Filters filters;
    private final boolean escaping;

    TemplateCompiler(Filters filters, boolean escaping) {
        super(Insertions.STANDARD_INSERTIONS, filters, true);
        this.filters = filters;
        this.escaping = escaping;
    }

    @Override
    public LNode visitOutput(LiquidParser.OutputContext output) {
        LNode node = super.visitOutput(output);
        return !escaping || isEscaped(output.filter())
                ? node
                : context -> escaped(node.render(context));
    }

    @Override
    public FilterNode visitFilter(LiquidParser.FilterContext filter) {
        String name = filter.Id().getText();
        if (filters.get(name) == null) {
            throw new BrokenTemplate(
                    filter.start.getLine(), "there is no filter “%s”.".formatted(name));
        }
        return super.visitFilter(filter);
    }

    @Override
    public LNode visitSimple_tag(LiquidParser.Simple_tagContext tag) {
        String name = tag.SimpleTagId().getText();
        return SIMPLE_TAGS.contains(name) ? super.visitSimple_tag(tag) : refuse(name, tag);
    }

    @Override
    public LNode visitOther_tag(LiquidParser.Other_tagContext tag) {
        return refuse(tag.BlockId() == null ? tag.getText() : tag.BlockId().getText(), tag);
    }

    @Override
    public LNode visitInclude_tag(LiquidParser.Include_tagContext tag) {
        return refuse("include", tag);
    }

    @Override
    public LNode visitInclude_relative_tag(LiquidParser.Include_relative_tagContext tag) {
        return refuse("include_relative", tag);
    }

    @Override
    public LNode visitCycle_tag(LiquidParser.Cycle_tagContext tag) {
        return refuse("cycle", tag);
    }

    @Override
    public LNode visitTable_tag(LiquidParser.Table_tagContext tag) {
        return refuse("tablerow", tag);
    }

    private static LNode refuse(String name, ParserRuleContext tag) {
        throw new BrokenTemplate(
                tag.start.getLine(), "the tag “%s” cannot be used in an email.".formatted(name));
    }

    private static boolean isEscaped(List<LiquidParser.FilterContext> filters) {
        return !filters.isEmpty() && ESCAPING_FILTERS.contains(filters.getLast().Id().getText());
    }

    private static Object escaped(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            case Boolean bool -> bool;
            case Collection<?> list ->
                    list.stream()
                            .map(element -> escaped(element).toString())
                            .reduce("", String::concat);
            case Object[] list -> escaped(List.of(list));
            default -> HtmlText.escape(value.toString());
        };
    }
}
