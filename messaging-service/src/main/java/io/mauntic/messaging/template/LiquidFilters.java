package io.mauntic.messaging.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;

/**
 * The filters that a template may use, each within the budget. Left out are those that dump whole
 * objects (json), run expressions (where_exp) or backtrack on hostile input (strip_html).
 */
final class LiquidFilters {

    static final Set<String> ALLOWED =
            Set.of(
                    "abs",
                    "append",
                    "at_least",
                    "at_most",
                    "capitalize",
                    "ceil",
                    "date",
                    "default",
                    "divided_by",
                    "downcase",
                    "escape",
                    "escape_once",
                    "first",
                    "floor",
                    "last",
                    "lstrip",
                    "minus",
                    "modulo",
                    "plus",
                    "prepend",
                    "remove",
                    "round",
                    "rstrip",
                    "size",
                    "slice",
                    "split",
                    "strip",
                    "strip_newlines",
                    "times",
                    "truncate",
                    "truncatewords",
                    "upcase",
                    "url_encode");

    private static final Pattern WIDE_DATE_FIELD = Pattern.compile("%[^a-zA-Z%]*\\d{3}");

    private LiquidFilters() {}

    static Filters forHtml() {
        return bounded(new NewlineToBr());
    }

    static Filters forText() {
        return bounded(Filters.DEFAULT_FILTERS.get("newline_to_br"));
    }

    private static Filters bounded(Filter newlineToBr) {
        List<Filter> filters = new ArrayList<>();
        ALLOWED.forEach(name -> filters.add(new Bounded(Filters.DEFAULT_FILTERS.get(name))));
        filters.add(new Bounded(newlineToBr));
        filters.add(new Bounded(new Replace()));
        filters.add(new Bounded(new Join()));
        return Filters.of(filters);
    }

    private static final class Bounded extends Filter {

        private final Filter filter;

        Bounded(Filter filter) {
            super(filter.name);
            this.filter = filter;
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            RenderBudget.checkTime();
            if (name.equals("date")
                    && parameters.length > 0
                    && WIDE_DATE_FIELD.matcher(asString(parameters[0], context)).find()) {
                throw new BrokenTemplate(0, "A date's format asks for too many digits.");
            }
            return RenderBudget.checked(filter.apply(value, context, parameters));
        }
    }

    /** Counts before it grows: two long values would multiply. */
    private static final class Replace extends Filter {

        Replace() {
            super("replace");
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            String text = asString(value, context);
            String search = asString(get(0, parameters), context);
            String replacement = asString(get(1, parameters), context);
            if (search.isEmpty()) {
                return text;
            }
            long found = 0;
            for (int at = text.indexOf(search);
                    at >= 0;
                    at = text.indexOf(search, at + search.length())) {
                found++;
            }
            RenderBudget.checkSize(text.length() + found * replacement.length());
            return text.replace(search, replacement);
        }
    }

    private static final class Join extends Filter {

        Join() {
            super("join");
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            if (!isArray(value)) {
                return value;
            }
            String glue = parameters.length == 0 ? " " : asString(parameters[0], context);
            StringBuilder text = new StringBuilder();
            for (Object element : asArray(value, context)) {
                RenderBudget.checkSize(text.length() + glue.length());
                text.append(text.isEmpty() ? "" : glue).append(asString(element, context));
            }
            return text.toString();
        }
    }

    private static final class NewlineToBr extends Filter {

        NewlineToBr() {
            super("newline_to_br");
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            return HtmlText.escapeOnce(asString(value, context)).replace("\n", "<br />\n");
        }
    }
}
