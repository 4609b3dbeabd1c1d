package io.httpcached.suite.backend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Records the log events while it is open. */
public final class LogWatch implements AutoCloseable {

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

    /** Watches the log of remote stores at INFO. */
    LogWatch() {
        this("io.httpcached.backend", Level.INFO);
    }

    /**
     * Watches a log.
     *
     * @param name the name of its logger
     * @param level the level of the logger while it is watched
     */
    public LogWatch(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        appender.setContext(root.getLoggerContext());
        appender.start();
        logger.setLevel(level);
        root.addAppender(appender);
    }

    /** {@return the lines of the watched logger, each behind its level} */
    public List<String> lines() {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(logger.getName()))
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    /** {@return the lines about backends} */
    List<String> backendLines() {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(logger.getName()))
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
        logger.setLevel(before);
        appender.stop();
    }
}
