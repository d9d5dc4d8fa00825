package io.mauntic.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir private Path folder;

    @Test
    void the_top_folder_of_a_zip_becomes_the_target() throws IOException {
        Path target = folder.resolve("target");

        Archive.unzip(zip("product-1.0/lib/a.jar"), target);

        assertThat(target.resolve("lib/a.jar")).hasContent("content");
    }

    @Test
    void an_entry_that_points_outside_is_refused() {
        assertThatThrownBy(
                        () ->
                                Archive.unzip(
                                        zip("product-1.0/../../evil"), folder.resolve("target")))
                .isInstanceOf(IOException.class)
                .hasMessage("Refused archive entry ../../evil");
        assertThat(folder.resolve("../evil")).doesNotExist();
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve("archive.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("content".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
