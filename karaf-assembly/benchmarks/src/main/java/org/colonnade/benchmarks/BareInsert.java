package org.colonnade.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** Stores the body of a request as one row and nothing else: who asks, whose it is and what it was before is nobody's business. */
public final class BareInsert extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int CONNECTIONS = 10;

    private final transient BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);

    private BareInsert(String url) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            pool.add(connection);
        }
    }

    /** @param arguments the port and the database's URL, in which there is a table {@code bare_note} */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new BareInsert(arguments[1])), "/*");
        server.setHandler(context);
        server.start();
        server.join();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Connection connection = null;
        try {
            connection = pool.take();
            try (PreparedStatement insert = connection.prepareStatement("insert into bare_note (body) values (?)")) {
                insert.setString(1, body);
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new ServletException(failure);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            if (connection != null) {
                pool.add(connection);
            }
        }
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
