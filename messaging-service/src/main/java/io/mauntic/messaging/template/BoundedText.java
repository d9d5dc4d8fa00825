package io.mauntic.messaging.template;

import liqp.RenderTransformer;
import liqp.TemplateContext;

/** Puts a block together within the budget. */
final class BoundedText implements RenderTransformer {

    @Override
    public ObjectAppender.Controller newObjectAppender(
            TemplateContext context, int estimatedAppends) {
        RenderBudget.checkTime();
        StringBuilder text = new StringBuilder();
        return new ObjectAppender.Controller() {
            @Override
            public Object getResult() {
                return text.toString();
            }

            @Override
            public void append(Object part) {
                RenderBudget.checkTime();
                text.append(part);
                RenderBudget.checkSize(text.length());
            }
        };
    }

    @Override
    public Object transformObject(TemplateContext context, Object value) {
        return value;
    }
}
