package io.mauntic.launcher.component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks what Maven brought; an entry that points out of the target folder is refused. */
final class Archive {
    private static final int OWNER_EXECUTE = 0100;

    private Archive() {}

    /** The archive's single top folder becomes the target itself. */
    static void unzip(Path zip, Path target) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                String inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!entry.isDirectory()) {
                    try (InputStream content = file.getInputStream(entry)) {
                        write(content, inside(target, inner));
                    }
                }
            }
        }
    }

    static void untar(Path jar, String suffix, Path target) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            ZipEntry archive =
                    file.stream()
                            .filter(entry -> entry.getName().endsWith(suffix))
                            .findFirst()
                            .orElseThrow(() -> new IOException(jar + " holds no " + suffix));
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(
                            new XZInputStream(
                                    new BufferedInputStream(file.getInputStream(archive))))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = inside(target, entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createDirectories(path.getParent());
            Files.createLink(path, inside(target, entry.getLinkName()));
        } else {
            write(tar, path);
            if ((entry.getMode() & OWNER_EXECUTE) != 0) {
                makeExecutable(path);
            }
        }
    }

    private static void write(InputStream content, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.copy(content, path);
    }

    private static void makeExecutable(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(path, permissions);
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Refused archive entry " + name);
        }
        return path;
    }
}
