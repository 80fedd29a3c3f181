package org.colonnade.platform.rest.internal.resource;

import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxrs.JAXRSServiceFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.colonnade.platform.api.web.Placed;

/** CXF's model of an endpoint's resources, in which one class may stand in many places, each with an instance of its own. */
public final class Sites extends JAXRSServiceFactoryBean {

    @Override
    public void setResourceClassesFromBeans(List<Object> beans) {
        beans.forEach(bean -> classResourceInfos.add(info(bean, getBus())));
    }

    /** The model of one resource. */
    static ClassResourceInfo info(Object resource, Bus bus) {
        Class<?> type = resource.getClass();
        ClassResourceInfo info = ResourceUtils.createClassResourceInfo(type, type, true, true, bus);
        info.setResourceProvider(new SingletonResourceProvider(resource));
        if (resource instanceof Placed placed) {
            info.setURITemplate(new URITemplate('/' + placed.place()));
        }
        return info;
    }
}
