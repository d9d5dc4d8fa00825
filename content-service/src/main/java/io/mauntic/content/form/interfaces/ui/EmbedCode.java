package io.mauntic.content.form.interfaces.ui;

import io.mauntic.contracts.content.model.Form;

/** The lines of HTML that put a form into another website. */
public record EmbedCode(String script, String frame) {

    static EmbedCode of(Form form) {
        String title =
                form.getName()
                        .replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;");
        return new EmbedCode(
                "<script src=\"" + form.getPublicUrl() + "/embed.js\"></script>",
                "<iframe src=\""
                        + form.getPublicUrl()
                        + "\" title=\""
                        + title
                        + "\" width=\"100%\" height=\"600\"></iframe>");
    }
}
