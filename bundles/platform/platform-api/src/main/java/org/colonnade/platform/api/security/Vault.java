package org.colonnade.platform.api.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals secrets that have to be stored so that they can be read again, with AES-256-GCM and the installation's key. The key lies in a file
 * of the data folder that only its owner may read, never in the database: whoever has stolen a database opens nothing. Every node needs the
 * same file. What only has to be recognised, such as a password, is hashed and does not belong here.
 *
 * @since 1.4
 */
@ProviderType
public interface Vault {

    /**
     * Seals a secret. To be called outside of other functions' transactions, since it may have to write down which key is used.
     *
     * @param purpose what it is and whose, such as {@code webhooks.secret 0R3K5V8QYX001}; what is sealed opens for nothing else
     * @param secret a few hundred bytes at most
     * @return printable ASCII of {@code 4/3 × (length + 28) + 20} characters, rounded up; names its key
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key} if this node does not have the installation's key
     */
    String seal(String purpose, byte[] secret);

    /**
     * Opens what was sealed, with whichever of the installation's keys, those of before included. Asks no database.
     *
     * @param purpose that it was sealed for
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key} if this node does not have the key
     * @throws IllegalStateException if it was sealed for something else, or was changed
     */
    byte[] open(String purpose, String sealed);

    /** Whether a stored text is one that {@link #seal} has made; for tables that held readable secrets before. */
    boolean sealed(String text);
}
