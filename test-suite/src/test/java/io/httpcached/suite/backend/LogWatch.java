package io.httpcached.suite.backend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what is logged while it is open. */
final class LogWatch implements AutoCloseable {

    private final Logger backends = (Logger) LoggerFactory.getLogger("io.httpcached.backend");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = backends.getLevel();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    LogWatch() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        backends.setLevel(Level.INFO);
        root.addAppender(appender);
    }

    /** {@return the lines about backends} */
    List<String> backendLines() {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(backends.getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** {@return the lines of whatever logger that have a stack trace} */
    List<String> linesWithStackTrace() {
        return events.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        backends.setLevel(before);
        appender.stop();
    }
}
