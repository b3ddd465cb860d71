package org.manyhands.signup;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SwapOffers extends JpaRepository<SwapOffer, UUID> {}
