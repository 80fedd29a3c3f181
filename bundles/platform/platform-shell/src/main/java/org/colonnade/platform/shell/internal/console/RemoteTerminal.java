package org.colonnade.platform.shell.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.apache.karaf.shell.api.console.SignalListener;
import org.apache.karaf.shell.api.console.Terminal;
import org.colonnade.platform.shell.internal.wire.Frame;
import org.colonnade.platform.shell.internal.wire.FrameOutput;
import org.colonnade.platform.shell.internal.wire.Greeting;
import org.colonnade.platform.shell.internal.wire.Wire;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * The visitor's terminal as the shell sees it: a JLine terminal with editing, history and completion, whose keys and bytes travel over
 * the wire. It must be both kinds of terminal, because the shell's session takes the one and uses the other.
 */
final class RemoteTerminal extends ExternalTerminal implements Terminal {

    private RemoteTerminal(String type, InputStream keys, OutputStream screen) throws IOException {
        super("Colonnade console", type, keys, screen, StandardCharsets.UTF_8);
    }

    static RemoteTerminal over(Wire wire, Greeting greeting) throws IOException {
        FrameInput keys = new FrameInput(wire);
        RemoteTerminal terminal =
                new RemoteTerminal(greeting.terminal(), keys, new FrameOutput(wire, Frame.Kind.OUTPUT));
        terminal.setSize(new Size(greeting.columns(), greeting.rows()));
        keys.others(terminal::resize);
        return terminal;
    }

    private void resize(Frame frame) {
        String[] columnsAndRows = frame.text().split(" ");
        setSize(new Size(Integer.parseInt(columnsAndRows[0]), Integer.parseInt(columnsAndRows[1])));
        raise(Signal.WINCH);
    }

    @Override
    public int getWidth() {
        return size.getColumns();
    }

    @Override
    public int getHeight() {
        return size.getRows();
    }

    @Override
    public boolean isAnsiSupported() {
        return true;
    }

    @Override
    public boolean isEchoEnabled() {
        return echo();
    }

    @Override
    public void setEchoEnabled(boolean enabled) {
        echo(enabled);
    }

    // JLine's own signal handlers serve the session; the shell's older listeners have no user

    @Override
    public void addSignalListener(SignalListener listener, org.apache.karaf.shell.api.console.Signal... signals) {
        throw new UnsupportedOperationException("Use JLine's handlers");
    }

    @Override
    public void addSignalListener(SignalListener listener, EnumSet<org.apache.karaf.shell.api.console.Signal> signals) {
        throw new UnsupportedOperationException("Use JLine's handlers");
    }

    @Override
    public void addSignalListener(SignalListener listener) {
        throw new UnsupportedOperationException("Use JLine's handlers");
    }

    @Override
    public void removeSignalListener(SignalListener listener) {
        throw new UnsupportedOperationException("Use JLine's handlers");
    }
}
