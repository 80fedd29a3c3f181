package org.colonnade.platform.api.unit;

import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.Rational;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Units of measure, for functions: no permission is asked. The service is there while the feature {@code colonnade-measures} is installed,
 * so who uses it holds it as an optional one. How many pieces are in the box of one product is that product's matter: packages are
 * converted into nothing here.
 */
@ProviderType
public interface Units {

    /** The unit of that code, of the standard or of the company's own; archived ones too, because quantities still name them. */
    Optional<UnitInfo> find(String code);

    /** @throws org.colonnade.platform.api.problem.Rejected {@code measures.unit.unknown} */
    UnitInfo get(String code);

    /** All that are not archived, by code. */
    List<UnitInfo> all();

    /**
     * What a quantity is in another unit, exactly.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code measures.unit.unknown}, {@code measures.unit.incompatible}
     */
    Rational convert(Quantity quantity, String to);
}
