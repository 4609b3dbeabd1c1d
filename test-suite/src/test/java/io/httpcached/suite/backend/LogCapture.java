package io.httpcached.suite.backend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Captures log events while it is open. */
public final class LogCapture implements AutoCloseable {

    private final Logger logger;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final @Nullable Level before;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    /** Captures the log of the stores at INFO. */
    LogCapture() {
        this("io.httpcached.backend", Level.INFO);
    }

    /**
     * Captures a log.
     *
     * @param name the name of its logger
     * @param level the level of the logger while it is captured
     */
    public LogCapture(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        appender.setContext(root.getLoggerContext());
        appender.start();
        logger.setLevel(level);
        root.addAppender(appender);
    }

    /** Returns the lines of the logger, each prefixed with its level. */
    public List<String> lines() {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(logger.getName()))
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    /** Returns the log lines about backends. */
    List<String> backendLines() {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(logger.getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Returns the log lines of any logger that have a stack trace. */
    List<String> linesWithStackTrace() {
        return events.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        logger.setLevel(before);
        appender.stop();
    }
}
