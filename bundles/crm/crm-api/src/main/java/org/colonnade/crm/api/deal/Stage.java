package org.colonnade.crm.api.deal;

/**
 * A step on the way to a sale. Stages stand in the order of their pipeline.
 *
 * @param key its name for programs, the same for ever: {@code [a-z0-9][a-z0-9-]*}, at most 60 characters
 * @param name what people call it
 * @param probability how likely an opportunity that stands here is won, 0 to 100 per cent
 * @param rottingDays after how many days here an opportunity is marked as rotting; null for never
 * @param active whether opportunities may enter it; true if missing
 */
public record Stage(String key, String name, Integer probability, Integer rottingDays, Boolean active) {

    public Stage {
        active = active == null || active;
    }

    /** An active stage where nothing rots. */
    public static Stage of(String key, String name, int probability) {
        return new Stage(key, name, probability, null, true);
    }
}
