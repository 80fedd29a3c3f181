package org.colonnade.platform.jobs.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles.JobOutput;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.jobs.internal.file.FolderFiles.Room;

/** A file that grows; it counts when it is completed. One whose limit was reached never is. */
final class PartFile extends JobOutput {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final Room room;
    private final Completion completion;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final long begun;
    private long size;
    private boolean broken;

    PartFile(FileChannel channel, long size, Room room, Completion completion) {
        this.channel = channel;
        this.begun = size;
        this.size = size;
        this.room = room;
        this.completion = completion;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        buffer.put((byte) b);
        if (!buffer.hasRemaining()) {
            drain();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        if (length > buffer.remaining()) {
            drain();
        }
        if (length >= BUFFER) {
            put(ByteBuffer.wrap(bytes, offset, length));
        } else {
            buffer.put(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        drain();
    }

    @Override
    public long secured() throws IOException {
        drain();
        channel.force(false);
        return size;
    }

    @Override
    public JobFile complete() throws IOException {
        if (broken) {
            throw new IOException("The file could not be written");
        }
        secured();
        channel.close();
        return completion.run();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                if (!broken) {
                    drain();
                }
            } finally {
                channel.close();
            }
        }
    }

    private void drain() throws IOException {
        put(buffer.flip());
        buffer.clear();
    }

    private void put(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failure) {
            broken = true;
            throw failure;
        }
    }

    private void count(int length) {
        size += length;
        if (size - begun > room.ofJob()) {
            broken = true;
            throw new TooLarge("platform.job.files-too-large", "The files of a job may not be so large together.");
        }
        if (size - begun > room.ofAll()) {
            broken = true;
            throw new Unavailable(
                    "platform.job.files-full",
                    "There is no room for more files of jobs; remove old jobs, or let an administrator give more.",
                    Duration.ofMinutes(10));
        }
    }

    /** What makes a complete file of it. */
    @FunctionalInterface
    interface Completion {
        JobFile run() throws IOException;
    }
}
