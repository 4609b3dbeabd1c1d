package io.httpcached.processor.model;

import java.util.Map;

/**
 * The annotations of a method and of its controller, merged member by member.
 *
 * @param settings the setting of each member
 */
public record Policy(Map<Member<?>, Setting<?>> settings) {

    /** Copies the map. */
    public Policy {
        settings = Map.copyOf(settings);
    }

    /**
     * Returns the setting of a member.
     *
     * @param member the member
     * @param <T> the type of its value
     * @return its value and the element that sets it
     */
    @SuppressWarnings("unchecked") // The reader puts a setting of the member's own type.
    public <T> Setting<T> setting(Member<T> member) {
        Setting<?> setting = settings.get(member);
        if (setting == null) {
            throw new IllegalArgumentException("@HttpCached has no member " + member.name());
        }
        return (Setting<T>) setting;
    }

    /**
     * Returns the value of a member.
     *
     * @param member the member
     * @param <T> the type of its value
     * @return its value, {@link Member#unset} if nothing sets it
     */
    public <T> T value(Member<T> member) {
        return setting(member).value();
    }

    /**
     * Returns whether the method or the controller sets a member.
     *
     * @param member the member
     * @return false if it has its default value, unless this value is a setting too
     */
    public boolean isSet(Member<?> member) {
        return member.isDefaultASetting()
                ? setting(member).isExplicit()
                : !value(member).equals(member.unset());
    }
}
