package io.mauntic.crm.contactimport.application;

import io.mauntic.kernel.InvalidValues;

/** The file is not what an import can read. */
public class NoCsv extends InvalidValues {

    private static final long serialVersionUID = 1L;

    public NoCsv(String sentence) {
        super("file", sentence);
    }
}
