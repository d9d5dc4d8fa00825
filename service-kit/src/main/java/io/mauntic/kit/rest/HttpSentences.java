package io.mauntic.kit.rest;

/** What to tell a person of an HTTP status. */
final class HttpSentences {

    private HttpSentences() {}

    static String of(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not offer that method.";
            case 406 -> "The answer does not exist in the form that was asked for.";
            case 413 -> "The request is larger than what is accepted.";
            case 415 -> "The request is not of a type that is accepted here.";
            default ->
                    status < 500
                            ? "The request was refused."
                            : "Something went wrong on our side. Nothing was changed; please try again.";
        };
    }
}
