package io.bridgehead.contract.agreement;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/// What the slice of a controller needs of this feature.
@TestConfiguration(proxyBeanMethods = false)
@Import({Agreements.class, RefusedDraftings.class, DraftingAgreements.class})
public class AgreementParts {}
