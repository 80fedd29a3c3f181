package org.colonnade.platform.series.internal;

import java.util.List;
import org.colonnade.platform.api.company.event.CompanyOpened;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a new company the series that functions have declared. */
@Component(service = Reaction.class)
public final class CompanyFurnishing implements Reaction<CompanyOpened> {

    private final NumberService numbers;

    @Activate
    public CompanyFurnishing(@Reference NumberService numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "series.company-furnishing";
    }

    @Override
    public String module() {
        return "series";
    }

    @Override
    public List<Class<? extends CompanyOpened>> events() {
        return List.of(CompanyOpened.class);
    }

    @Override
    public void react(CompanyOpened event, Work work) {
        numbers.furnish();
    }
}
