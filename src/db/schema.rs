//! The tables as Diesel sees them: one description for both databases.
//! `tests` hold it against what the migrations really make.

diesel::table! {
    events (id) {
        id -> BigInt,
        kind -> Text,
        payload -> Text,
        person_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        recorded_at -> Timestamp,
        consent_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    consumers (name) {
        name -> Text,
        position -> BigInt,
        holder -> Nullable<Text>,
        leased_until -> Nullable<Timestamp>,
    }
}

diesel::table! {
    house_facts (key) {
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    idempotency_keys (id) {
        id -> BigInt,
        scope -> Text,
        key -> Text,
        request_hash -> Text,
        status -> BigInt,
        answer -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    organisations (id) {
        id -> BigInt,
        kind -> Text,
        slug -> Text,
        name -> Text,
        name_ar -> Nullable<Text>,
        country -> Text,
        website -> Nullable<Text>,
        standing -> Text,
        standing_note -> Nullable<Text>,
        standing_at -> Nullable<Timestamp>,
        standing_by -> Nullable<BigInt>,
        created_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        email -> Text,
        name -> Text,
        language -> Text,
        password_hash -> Text,
        email_verified_at -> Nullable<Timestamp>,
        disabled_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    memberships (id) {
        id -> BigInt,
        person_id -> BigInt,
        organisation_id -> BigInt,
        role -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        acts_for -> Nullable<BigInt>,
    }
}

diesel::table! {
    api_tokens (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        name -> Text,
        scope -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    mail_links (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        purpose -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    letters (id) {
        id -> BigInt,
        message_id -> Text,
        cause -> Text,
        to_address -> Text,
        to_name -> Text,
        language -> Text,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        created_at -> Timestamp,
        attempts -> BigInt,
        next_attempt_at -> Nullable<Timestamp>,
        sent_at -> Nullable<Timestamp>,
        given_up_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        unsubscribe -> Nullable<Text>,
    }
}

diesel::table! {
    stored_files (id) {
        id -> BigInt,
        object_key -> Text,
        media_type -> Text,
        bytes -> BigInt,
        sha256 -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    clusters (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        slug -> Text,
        name -> Text,
        country -> Text,
        place -> Text,
        sector -> Text,
        crafts -> Text,
        summary -> Text,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        created_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    cluster_memberships (id) {
        id -> BigInt,
        cluster_id -> BigInt,
        maker_id -> BigInt,
        standing -> Text,
        requested_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    maker_profiles (maker_id) {
        maker_id -> BigInt,
        place -> Text,
        crafts -> Text,
        story -> Text,
        founded -> Nullable<BigInt>,
        people_count -> Nullable<BigInt>,
        weekly_capacity -> Nullable<BigInt>,
        exports_itself -> Bool,
        currency -> Text,
        updated_at -> Timestamp,
        version -> BigInt,
        order_minimum_minor -> Nullable<BigInt>,
        order_minimum_currency -> Nullable<Text>,
        incoterms -> Text,
    }
}

diesel::table! {
    collections (id) {
        id -> BigInt,
        maker_id -> BigInt,
        slug -> Text,
        title -> Text,
        story -> Text,
        status -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        published_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    products (id) {
        id -> BigInt,
        maker_id -> BigInt,
        collection_id -> Nullable<BigInt>,
        slug -> Text,
        sku -> Nullable<Text>,
        title -> Text,
        description -> Text,
        craft -> Nullable<Text>,
        materials -> Text,
        techniques -> Text,
        price_minor -> Nullable<BigInt>,
        currency -> Nullable<Text>,
        moq -> Nullable<BigInt>,
        order_multiple -> Nullable<BigInt>,
        lead_time_days -> Nullable<BigInt>,
        weekly_capacity -> Nullable<BigInt>,
        hs_code -> Nullable<Text>,
        origin -> Nullable<Text>,
        weight_grams -> Nullable<BigInt>,
        status -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        published_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        content_hash -> Nullable<Text>,
        version -> BigInt,
        tiers -> Text,
        sample_price_minor -> Nullable<BigInt>,
        sample_currency -> Nullable<Text>,
        only_in -> Text,
        except_in -> Text,
        packing -> Text,
    }
}

diesel::table! {
    variants (id) {
        id -> BigInt,
        product_id -> BigInt,
        maker_id -> BigInt,
        rank -> BigInt,
        sku -> Text,
        options -> Text,
        price_minor -> Nullable<BigInt>,
        currency -> Nullable<Text>,
        weight_grams -> Nullable<BigInt>,
        retired_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    capacity_periods (id) {
        id -> BigInt,
        maker_id -> BigInt,
        product_id -> Nullable<BigInt>,
        starts_on -> Date,
        ends_on -> Date,
        weekly -> BigInt,
        note -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    certificates (id) {
        id -> BigInt,
        maker_id -> BigInt,
        scheme -> Text,
        name -> Text,
        number -> Text,
        issuer -> Text,
        covers -> Text,
        products -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        note -> Text,
        file_id -> Nullable<BigInt>,
        standing -> Text,
        checked_at -> Nullable<Timestamp>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    certificate_decisions (id) {
        id -> BigInt,
        certificate_id -> BigInt,
        version -> BigInt,
        decision -> Text,
        note -> Text,
        seen -> Text,
        officer_id -> BigInt,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    certificate_reminders (id) {
        id -> BigInt,
        certificate_id -> BigInt,
        ends_on -> Date,
        step -> Text,
        posted_at -> Timestamp,
    }
}

diesel::table! {
    line_sheets (id) {
        id -> BigInt,
        code -> Text,
        collection_id -> BigInt,
        maker_id -> BigInt,
        reader_id -> Nullable<BigInt>,
        language -> Text,
        fingerprint -> Text,
        collection_state -> Text,
        sha256 -> Text,
        file_id -> Nullable<BigInt>,
        issued_at -> Timestamp,
    }
}

diesel::table! {
    pictures (id) {
        id -> BigInt,
        product_id -> Nullable<BigInt>,
        collection_id -> Nullable<BigInt>,
        maker_id -> BigInt,
        rank -> BigInt,
        large_key -> Text,
        small_key -> Text,
        width -> BigInt,
        height -> BigInt,
        caption -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    sourcing_requests (id) {
        id -> BigInt,
        buyer_id -> BigInt,
        title -> Text,
        wanted -> Text,
        language -> Text,
        crafts -> Text,
        materials -> Text,
        quantity -> BigInt,
        target_price_minor -> Nullable<BigInt>,
        currency -> Nullable<Text>,
        destination -> Text,
        channel -> Text,
        needed_by -> Date,
        status -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        opened_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        version -> BigInt,
        quantity_most -> Nullable<BigInt>,
        needed_from -> Nullable<Date>,
        answers_by -> Date,
        certificates -> Text,
        incoterms -> Text,
        languages -> Text,
        sample_wanted -> Bool,
        fake_at -> Nullable<Timestamp>,
        visibility -> Text,
        cluster_id -> Nullable<BigInt>,
        review_note -> Nullable<Text>,
        submitted_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    request_invitations (id) {
        id -> BigInt,
        request_id -> BigInt,
        maker_id -> BigInt,
    }
}

diesel::table! {
    request_attachments (id) {
        id -> BigInt,
        request_id -> BigInt,
        name -> Text,
        file_id -> BigInt,
        small_file_id -> Nullable<BigInt>,
        added_at -> Timestamp,
    }
}

diesel::table! {
    matches (id) {
        id -> BigInt,
        request_id -> BigInt,
        product_id -> BigInt,
        maker_id -> BigInt,
        verdict -> Text,
        score -> Double,
        reasons -> Text,
        found_at -> Timestamp,
        updated_at -> Timestamp,
        band -> BigInt,
        turn -> BigInt,
    }
}

diesel::table! {
    introductions (id) {
        id -> BigInt,
        request_id -> BigInt,
        maker_id -> BigInt,
        product_id -> BigInt,
        contributions -> Text,
        introduced_at -> Timestamp,
    }
}

diesel::table! {
    match_outcomes (id) {
        id -> BigInt,
        request_id -> BigInt,
        maker_id -> BigInt,
        outcome -> Text,
        person_id -> Nullable<BigInt>,
        happened_at -> Timestamp,
    }
}

diesel::table! {
    request_declines (id) {
        id -> BigInt,
        request_id -> BigInt,
        maker_id -> BigInt,
        reason -> Text,
        note -> Text,
        person_id -> BigInt,
        declined_at -> Timestamp,
    }
}

diesel::table! {
    maker_limits (maker_id) {
        maker_id -> BigInt,
        least_pieces -> Nullable<BigInt>,
        busy_until -> Nullable<Date>,
        not_to -> Text,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    request_reports (id) {
        id -> BigInt,
        request_id -> BigInt,
        maker_id -> BigInt,
        person_id -> BigInt,
        suspicion -> Text,
        note -> Text,
        reported_at -> Timestamp,
        verdict -> Text,
        officer_id -> Nullable<BigInt>,
        decision_note -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    split_runs (id) {
        id -> BigInt,
        request_id -> BigInt,
        request_version -> BigInt,
        cluster_id -> BigInt,
        quantity -> BigInt,
        quantity_most -> BigInt,
        needed_by -> Date,
        tolerance_percent -> BigInt,
        most_workshops -> Nullable<BigInt>,
        left_out -> Text,
        possible -> BigInt,
        all_by -> Nullable<Date>,
        currency -> Text,
        rates_month -> Text,
        per_workshop_minor -> BigInt,
        aside -> Text,
        created_by -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    splits (id) {
        id -> BigInt,
        run_id -> BigInt,
        request_id -> BigInt,
        cluster_id -> BigInt,
        aims -> Text,
        status -> Text,
        pieces -> BigInt,
        goods_minor -> BigInt,
        cost_minor -> BigInt,
        bound_minor -> BigInt,
        ready_on -> Date,
        exporter_id -> Nullable<BigInt>,
        chosen_at -> Nullable<Timestamp>,
        confirmed_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    split_shares (id) {
        id -> BigInt,
        split_id -> BigInt,
        maker_id -> BigInt,
        product_id -> BigInt,
        pieces -> BigInt,
        price_minor -> BigInt,
        currency -> Text,
        ready_on -> Date,
        standing -> Text,
        asked_at -> Nullable<Timestamp>,
        answered_at -> Nullable<Timestamp>,
        answered_by -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        note -> Text,
    }
}

diesel::table! {
    quotes (id) {
        id -> BigInt,
        request_id -> Nullable<BigInt>,
        buyer_id -> BigInt,
        maker_id -> BigInt,
        status -> Text,
        latest_number -> BigInt,
        accepted_number -> Nullable<BigInt>,
        closed_note -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    quote_versions (id) {
        id -> BigInt,
        quote_id -> BigInt,
        number -> BigInt,
        offered_by -> BigInt,
        person_id -> BigInt,
        currency -> Text,
        incoterm -> Text,
        named_place -> Text,
        lead_time_days -> BigInt,
        valid_until -> Date,
        note -> Nullable<Text>,
        total_minor -> BigInt,
        created_at -> Timestamp,
        split_id -> Nullable<BigInt>,
        exporter_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    quote_lines (id) {
        id -> BigInt,
        quote_version_id -> BigInt,
        product_id -> BigInt,
        title -> Text,
        quantity -> BigInt,
        unit_price_minor -> BigInt,
        variant_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    quote_allocations (id) {
        id -> BigInt,
        quote_version_id -> BigInt,
        share_id -> BigInt,
        maker_id -> BigInt,
        product_id -> BigInt,
        quantity -> BigInt,
        unit_price_minor -> BigInt,
        currency -> Text,
    }
}

diesel::table! {
    agreements (id) {
        id -> BigInt,
        maker_id -> BigInt,
        buyer_id -> BigInt,
        quote_id -> Nullable<BigInt>,
        title -> Text,
        territory -> Text,
        channel -> Text,
        exclusive -> Bool,
        collections -> Text,
        starts_on -> Date,
        ends_on -> Date,
        terms -> Text,
        terms_language -> Text,
        terms_hash -> Nullable<Text>,
        status -> Text,
        proposed_by -> Nullable<BigInt>,
        proposed_at -> Nullable<Timestamp>,
        signed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        ended_note -> Nullable<Text>,
        created_by -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
        agreed -> Text,
    }
}

diesel::table! {
    agreed_terms (agreement_id) {
        agreement_id -> BigInt,
        maker_id -> BigInt,
        buyer_id -> BigInt,
        collections -> Text,
        starts_on -> Date,
        ends_on -> Date,
        terms -> Text,
        released_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    portfolios (id) {
        id -> BigInt,
        maker_id -> BigInt,
        file -> Text,
        entries -> Text,
        created_by -> BigInt,
        created_at -> Timestamp,
        committed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    signatures (id) {
        id -> BigInt,
        agreement_id -> BigInt,
        organisation_id -> BigInt,
        person_id -> BigInt,
        signed_name -> Text,
        terms_hash -> Text,
        signed_at -> Timestamp,
    }
}

diesel::table! {
    deals (id) {
        id -> BigInt,
        agreement_id -> BigInt,
        quote_id -> Nullable<BigInt>,
        maker_id -> BigInt,
        buyer_id -> BigInt,
        exporter_id -> BigInt,
        status -> Text,
        currency -> Text,
        total_minor -> BigInt,
        incoterm -> Text,
        named_place -> Text,
        origin -> Text,
        destination -> Text,
        shipped_on -> Nullable<Date>,
        repatriate_by -> Nullable<Date>,
        confirmed_at -> Nullable<Timestamp>,
        delivered_at -> Nullable<Timestamp>,
        paid_at -> Nullable<Timestamp>,
        cancelled_at -> Nullable<Timestamp>,
        cancelled_note -> Nullable<Text>,
        created_by -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    deal_lines (id) {
        id -> BigInt,
        deal_id -> BigInt,
        product_id -> BigInt,
        title -> Text,
        sku -> Nullable<Text>,
        hs_code -> Text,
        origin -> Text,
        quantity -> BigInt,
        unit_price_minor -> BigInt,
        variant_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    deal_allocations (id) {
        id -> BigInt,
        deal_id -> BigInt,
        maker_id -> BigInt,
        product_id -> BigInt,
        quantity -> BigInt,
        amount_minor -> BigInt,
    }
}

diesel::table! {
    exclusivity_grants (id) {
        id -> BigInt,
        agreement_id -> BigInt,
        maker_id -> BigInt,
        buyer_id -> BigInt,
        collection_id -> Nullable<BigInt>,
        country -> Text,
        channel -> Text,
        starts_on -> Date,
        ends_on -> Date,
        released_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    capacity_reservations (id) {
        id -> BigInt,
        quote_id -> Nullable<BigInt>,
        deal_id -> Nullable<BigInt>,
        maker_id -> BigInt,
        product_id -> BigInt,
        quantity -> BigInt,
        starts_on -> Date,
        ends_on -> Date,
        released_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    initiatives (id) {
        id -> BigInt,
        cluster_id -> BigInt,
        slug -> Text,
        title -> Text,
        summary -> Text,
        phase -> Text,
        starts_on -> Nullable<Date>,
        ends_on -> Nullable<Date>,
        dates_indicative -> Bool,
        text_illustrative -> Bool,
        created_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    figures (id) {
        id -> BigInt,
        key -> Text,
        label -> Text,
        definition -> Text,
        unit -> Text,
    }
}

diesel::table! {
    claims (id) {
        id -> BigInt,
        figure_id -> BigInt,
        country -> Nullable<Text>,
        cluster_id -> Nullable<BigInt>,
        value -> Text,
        qualifier -> Text,
        stated_on -> Text,
        stated_on_basis -> Text,
        source -> Text,
        note -> Text,
        recorded_by -> Nullable<BigInt>,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    adoptions (id) {
        id -> BigInt,
        claim_id -> BigInt,
        reason -> Text,
        adopted_by -> Nullable<BigInt>,
        adopted_at -> Timestamp,
    }
}

diesel::table! {
    indicators (id) {
        id -> BigInt,
        code -> Text,
        name -> Text,
        definition -> Text,
        unit -> Text,
        direction -> Text,
        aggregation -> Text,
        computed -> Text,
        baseline -> Text,
        baseline_on -> Date,
        assumptions -> Text,
        position -> BigInt,
        created_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    indicator_targets (id) {
        id -> BigInt,
        indicator_id -> BigInt,
        due_on -> Date,
        value -> Text,
        basis -> Text,
        reason -> Text,
        set_by -> Nullable<BigInt>,
        set_at -> Timestamp,
    }
}

diesel::table! {
    verifications (id) {
        id -> BigInt,
        subject -> Text,
        subject_id -> BigInt,
        verdict -> Text,
        evidence_note -> Text,
        evidence_file_id -> Nullable<BigInt>,
        record_hash -> Text,
        eur_minor -> Nullable<BigInt>,
        rate_month -> Nullable<Text>,
        rate_per_eur -> Nullable<Text>,
        rate_source -> Nullable<Text>,
        rate_source_hash -> Nullable<Text>,
        officer_id -> BigInt,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    exchange_rates (id) {
        id -> BigInt,
        month -> Text,
        currency -> Text,
        per_eur -> Text,
        source -> Text,
        source_hash -> Text,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    lexicon_entries (id) {
        id -> BigInt,
        key -> Text,
        entry -> Text,
        revision -> BigInt,
        changed_by -> BigInt,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    lexicon_history (id) {
        id -> BigInt,
        key -> Text,
        revision -> BigInt,
        entry_before -> Nullable<Text>,
        entry_after -> Nullable<Text>,
        changed_by -> BigInt,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    unanswered_queries (id) {
        id -> BigInt,
        text -> Text,
        language -> Text,
        asked -> BigInt,
        first_on -> Date,
        last_on -> Date,
        settled_on -> Nullable<Date>,
    }
}

diesel::table! {
    imports (id) {
        id -> BigInt,
        maker_id -> Nullable<BigInt>,
        content_hash -> Text,
        about -> Text,
        layout -> Text,
        state -> Text,
        staged -> BigInt,
        position -> BigInt,
        tally -> Text,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        committed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    import_rows (id) {
        id -> BigInt,
        import_id -> BigInt,
        number -> BigInt,
        leader -> BigInt,
        cells -> Text,
        outcome -> Nullable<Text>,
        verdict -> Nullable<Text>,
    }
}

diesel::table! {
    import_items (id) {
        id -> BigInt,
        import_id -> BigInt,
        item -> Text,
        number -> BigInt,
    }
}

diesel::table! {
    import_mappings (id) {
        id -> BigInt,
        maker_id -> BigInt,
        header -> Text,
        field -> Text,
        mapped_at -> Timestamp,
    }
}

diesel::table! {
    artisans (id) {
        id -> BigInt,
        maker_id -> BigInt,
        name -> Text,
        role -> Text,
        techniques -> Text,
        since -> Nullable<BigInt>,
        words -> Text,
        portrait -> Nullable<Text>,
        consents -> Bool,
        retired_at -> Nullable<Timestamp>,
        erased_at -> Nullable<Timestamp>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    artisan_consents (id) {
        id -> BigInt,
        artisan_id -> BigInt,
        given -> Bool,
        how -> Text,
        recorded_by -> BigInt,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    product_artisans (id) {
        id -> BigInt,
        product_id -> BigInt,
        artisan_id -> BigInt,
        did -> Text,
        rank -> BigInt,
    }
}

diesel::table! {
    responsible_persons (id) {
        id -> BigInt,
        maker_id -> BigInt,
        name -> Text,
        street -> Text,
        postcode -> Text,
        town -> Text,
        country -> Text,
        electronic -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    manufacturers (maker_id) {
        maker_id -> BigInt,
        street -> Text,
        postcode -> Text,
        town -> Text,
        country -> Text,
        electronic -> Text,
        responsible_id -> Nullable<BigInt>,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    product_safety (product_id) {
        product_id -> BigInt,
        identifier -> Nullable<Text>,
        needs_no_warnings -> Bool,
        responsible_id -> Nullable<BigInt>,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    admission_rows (id) {
        id -> BigInt,
        wording -> Text,
        mode -> Text,
        subject -> Nullable<Text>,
        scheme -> Nullable<Text>,
        crafts -> Text,
        binds -> Text,
        position -> BigInt,
        wording_version -> BigInt,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        retired_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    admission_changes (id) {
        id -> BigInt,
        row_id -> BigInt,
        version -> BigInt,
        seen -> Text,
        officer_id -> Nullable<BigInt>,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    admission_attestations (id) {
        id -> BigInt,
        row_id -> BigInt,
        maker_id -> BigInt,
        wording_version -> BigInt,
        wording -> Text,
        name -> Text,
        person_id -> BigInt,
        attested_at -> Timestamp,
    }
}

diesel::table! {
    admission_proofs (id) {
        id -> BigInt,
        row_id -> BigInt,
        maker_id -> BigInt,
        note -> Text,
        file_id -> Nullable<BigInt>,
        person_id -> BigInt,
        sent_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    admission_verdicts (id) {
        id -> BigInt,
        row_id -> BigInt,
        maker_id -> BigInt,
        wording_version -> BigInt,
        decision -> Text,
        note -> Text,
        file_id -> Nullable<BigInt>,
        officer_id -> BigInt,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    admission_waivers (id) {
        id -> BigInt,
        row_id -> BigInt,
        maker_id -> BigInt,
        reason -> Text,
        ends_on -> Date,
        officer_id -> BigInt,
        granted_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
        revoked_reason -> Nullable<Text>,
    }
}

diesel::table! {
    consents (id) {
        id -> BigInt,
        maker_id -> BigInt,
        helper_id -> BigInt,
        agent_id -> Nullable<BigInt>,
        acts -> Text,
        ends_on -> Nullable<Date>,
        file_id -> Nullable<BigInt>,
        given_by -> BigInt,
        given_at -> Timestamp,
        decision -> Nullable<Text>,
        decision_note -> Text,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    digests (id) {
        id -> BigInt,
        maker_id -> BigInt,
        told_at -> Timestamp,
        answer -> Nullable<Text>,
        reason -> Text,
        answered_by -> Nullable<BigInt>,
        answered_at -> Nullable<Timestamp>,
        settled_note -> Text,
        settled_by -> Nullable<BigInt>,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    assisted_acts (id) {
        id -> BigInt,
        digest_id -> BigInt,
        consent_id -> BigInt,
        event_id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        title -> Text,
        address -> Text,
        done_at -> Timestamp,
    }
}

diesel::table! {
    digest_links (id) {
        id -> BigInt,
        token_hash -> Text,
        digest_id -> BigInt,
        person_id -> BigInt,
        purpose -> Text,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    bulk_changes (id) {
        id -> BigInt,
        maker_id -> BigInt,
        products -> BigInt,
        person_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        changed_at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    revisions (id) {
        id -> BigInt,
        maker_id -> BigInt,
        product_id -> Nullable<BigInt>,
        collection_id -> Nullable<BigInt>,
        act -> Text,
        about_id -> Nullable<BigInt>,
        bulk_change_id -> Nullable<BigInt>,
        version -> BigInt,
        changes -> Text,
        person_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    form_drafts (id) {
        id -> BigInt,
        person_id -> BigInt,
        maker_id -> BigInt,
        kind -> Text,
        thing_id -> BigInt,
        content -> Text,
        kept_at -> Timestamp,
    }
}

diesel::table! {
    conversations (id) {
        id -> BigInt,
        buyer_id -> BigInt,
        maker_id -> BigInt,
        request_id -> Nullable<BigInt>,
        begun_by -> BigInt,
        latest_message -> BigInt,
        latest_of_buyer -> BigInt,
        latest_of_maker -> BigInt,
        latest_at -> Timestamp,
        tell_from -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    conversation_messages (id) {
        id -> BigInt,
        conversation_id -> BigInt,
        organisation_id -> BigInt,
        person_id -> BigInt,
        body -> Text,
        language -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    conversation_attachments (id) {
        id -> BigInt,
        message_id -> BigInt,
        name -> Text,
        file_id -> BigInt,
        small_file_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    conversation_marks (id) {
        id -> BigInt,
        conversation_id -> BigInt,
        person_id -> BigInt,
        read_to -> BigInt,
        told_to -> BigInt,
        told_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tiding_readers (id) {
        id -> BigInt,
        person_id -> BigInt,
        rhythm -> Text,
        former_rhythm -> Text,
        told_to -> Nullable<Timestamp>,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    saved_searches (id) {
        id -> BigInt,
        person_id -> BigInt,
        name -> Text,
        query -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    tidings (id) {
        id -> BigInt,
        person_id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        request_id -> Nullable<BigInt>,
        product_id -> Nullable<BigInt>,
        search_id -> Nullable<BigInt>,
        found_at -> Timestamp,
        told_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tiding_links (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        request_id -> Nullable<BigInt>,
        action -> Text,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::joinable!(memberships -> people (person_id));
diesel::joinable!(memberships -> organisations (organisation_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(api_tokens -> people (person_id));
diesel::joinable!(split_runs -> sourcing_requests (request_id));
diesel::joinable!(splits -> split_runs (run_id));
diesel::joinable!(split_shares -> splits (split_id));
diesel::joinable!(split_shares -> products (product_id));
diesel::joinable!(split_shares -> organisations (maker_id));
diesel::joinable!(mail_links -> people (person_id));
diesel::joinable!(clusters -> organisations (organisation_id));
diesel::joinable!(cluster_memberships -> clusters (cluster_id));
diesel::joinable!(cluster_memberships -> organisations (maker_id));
diesel::joinable!(cluster_memberships -> people (decided_by));
diesel::joinable!(maker_profiles -> organisations (maker_id));
diesel::joinable!(collections -> organisations (maker_id));
diesel::joinable!(products -> organisations (maker_id));
diesel::joinable!(products -> collections (collection_id));
diesel::joinable!(variants -> products (product_id));
diesel::joinable!(variants -> organisations (maker_id));
diesel::joinable!(capacity_periods -> organisations (maker_id));
diesel::joinable!(capacity_periods -> products (product_id));
diesel::joinable!(certificates -> organisations (maker_id));
diesel::joinable!(certificates -> stored_files (file_id));
diesel::joinable!(certificate_decisions -> certificates (certificate_id));
diesel::joinable!(line_sheets -> collections (collection_id));
diesel::joinable!(line_sheets -> stored_files (file_id));
diesel::joinable!(certificate_decisions -> people (officer_id));
diesel::joinable!(certificate_reminders -> certificates (certificate_id));
diesel::joinable!(pictures -> products (product_id));
diesel::joinable!(pictures -> collections (collection_id));
diesel::joinable!(pictures -> organisations (maker_id));
diesel::joinable!(sourcing_requests -> organisations (buyer_id));
diesel::joinable!(matches -> sourcing_requests (request_id));
diesel::joinable!(matches -> products (product_id));
diesel::joinable!(matches -> organisations (maker_id));
diesel::joinable!(request_invitations -> sourcing_requests (request_id));
diesel::joinable!(request_invitations -> organisations (maker_id));
diesel::joinable!(request_attachments -> sourcing_requests (request_id));
diesel::joinable!(request_attachments -> stored_files (file_id));
diesel::joinable!(introductions -> sourcing_requests (request_id));
diesel::joinable!(introductions -> organisations (maker_id));
diesel::joinable!(introductions -> products (product_id));
diesel::joinable!(match_outcomes -> sourcing_requests (request_id));
diesel::joinable!(match_outcomes -> organisations (maker_id));
diesel::joinable!(request_declines -> sourcing_requests (request_id));
diesel::joinable!(request_declines -> organisations (maker_id));
diesel::joinable!(maker_limits -> organisations (maker_id));
diesel::joinable!(request_reports -> sourcing_requests (request_id));
diesel::joinable!(request_reports -> organisations (maker_id));
diesel::joinable!(quotes -> sourcing_requests (request_id));
diesel::joinable!(quote_versions -> quotes (quote_id));
diesel::joinable!(quote_versions -> organisations (offered_by));
diesel::joinable!(quote_versions -> people (person_id));
diesel::joinable!(quote_lines -> quote_versions (quote_version_id));
diesel::joinable!(quote_allocations -> quote_versions (quote_version_id));
diesel::joinable!(quote_allocations -> split_shares (share_id));
diesel::joinable!(deal_allocations -> deals (deal_id));
diesel::joinable!(quote_lines -> products (product_id));
diesel::joinable!(quote_lines -> variants (variant_id));
diesel::joinable!(agreements -> quotes (quote_id));
diesel::joinable!(signatures -> agreements (agreement_id));
diesel::joinable!(signatures -> organisations (organisation_id));
diesel::joinable!(signatures -> people (person_id));
diesel::joinable!(deals -> agreements (agreement_id));
diesel::joinable!(deals -> quotes (quote_id));
diesel::joinable!(deal_lines -> deals (deal_id));
diesel::joinable!(deal_lines -> products (product_id));
diesel::joinable!(deal_lines -> variants (variant_id));
diesel::joinable!(exclusivity_grants -> agreements (agreement_id));
diesel::joinable!(exclusivity_grants -> collections (collection_id));
diesel::joinable!(capacity_reservations -> deals (deal_id));
diesel::joinable!(capacity_reservations -> organisations (maker_id));
diesel::joinable!(capacity_reservations -> products (product_id));
diesel::joinable!(initiatives -> clusters (cluster_id));
diesel::joinable!(claims -> figures (figure_id));
diesel::joinable!(claims -> clusters (cluster_id));
diesel::joinable!(claims -> people (recorded_by));
diesel::joinable!(adoptions -> claims (claim_id));
diesel::joinable!(adoptions -> people (adopted_by));
diesel::joinable!(indicator_targets -> indicators (indicator_id));
diesel::joinable!(indicator_targets -> people (set_by));
diesel::joinable!(verifications -> stored_files (evidence_file_id));
diesel::joinable!(verifications -> people (officer_id));
diesel::joinable!(lexicon_entries -> people (changed_by));
diesel::joinable!(lexicon_history -> people (changed_by));
diesel::joinable!(imports -> organisations (maker_id));
diesel::joinable!(imports -> people (created_by));
diesel::joinable!(import_rows -> imports (import_id));
diesel::joinable!(import_items -> imports (import_id));
diesel::joinable!(import_mappings -> organisations (maker_id));
diesel::joinable!(artisans -> organisations (maker_id));
diesel::joinable!(artisan_consents -> artisans (artisan_id));
diesel::joinable!(artisan_consents -> people (recorded_by));
diesel::joinable!(product_artisans -> products (product_id));
diesel::joinable!(product_artisans -> artisans (artisan_id));
diesel::joinable!(responsible_persons -> organisations (maker_id));
diesel::joinable!(manufacturers -> organisations (maker_id));
diesel::joinable!(manufacturers -> responsible_persons (responsible_id));
diesel::joinable!(product_safety -> products (product_id));
diesel::joinable!(product_safety -> responsible_persons (responsible_id));
diesel::joinable!(admission_changes -> admission_rows (row_id));
diesel::joinable!(admission_changes -> people (officer_id));
diesel::joinable!(admission_attestations -> admission_rows (row_id));
diesel::joinable!(admission_attestations -> organisations (maker_id));
diesel::joinable!(admission_attestations -> people (person_id));
diesel::joinable!(admission_proofs -> admission_rows (row_id));
diesel::joinable!(admission_proofs -> organisations (maker_id));
diesel::joinable!(admission_proofs -> stored_files (file_id));
diesel::joinable!(admission_proofs -> people (person_id));
diesel::joinable!(admission_verdicts -> admission_rows (row_id));
diesel::joinable!(admission_verdicts -> organisations (maker_id));
diesel::joinable!(admission_verdicts -> stored_files (file_id));
diesel::joinable!(admission_verdicts -> people (officer_id));
diesel::joinable!(admission_waivers -> admission_rows (row_id));
diesel::joinable!(admission_waivers -> organisations (maker_id));
diesel::joinable!(assisted_acts -> digests (digest_id));
diesel::joinable!(assisted_acts -> consents (consent_id));
diesel::joinable!(events -> consents (consent_id));
diesel::joinable!(conversations -> sourcing_requests (request_id));
diesel::joinable!(conversation_messages -> conversations (conversation_id));
diesel::joinable!(conversation_messages -> people (person_id));
diesel::joinable!(conversation_attachments -> conversation_messages (message_id));
diesel::joinable!(conversation_marks -> conversations (conversation_id));

diesel::allow_tables_to_appear_in_same_query!(
    conversations,
    conversation_messages,
    conversation_attachments,
    conversation_marks,
    portfolios,
    events,
    consumers,
    house_facts,
    idempotency_keys,
    organisations,
    people,
    memberships,
    sessions,
    api_tokens,
    mail_links,
    letters,
    stored_files,
    clusters,
    cluster_memberships,
    maker_profiles,
    collections,
    products,
    variants,
    capacity_periods,
    certificates,
    certificate_decisions,
    certificate_reminders,
    line_sheets,
    pictures,
    sourcing_requests,
    matches,
    request_invitations,
    request_attachments,
    introductions,
    match_outcomes,
    request_declines,
    maker_limits,
    request_reports,
    split_runs,
    splits,
    split_shares,
    quotes,
    quote_versions,
    quote_lines,
    quote_allocations,
    agreements,
    signatures,
    deals,
    deal_lines,
    deal_allocations,
    agreed_terms,
    exclusivity_grants,
    capacity_reservations,
    initiatives,
    figures,
    claims,
    adoptions,
    indicators,
    indicator_targets,
    verifications,
    exchange_rates,
    lexicon_entries,
    lexicon_history,
    unanswered_queries,
    imports,
    import_rows,
    import_items,
    import_mappings,
    artisans,
    artisan_consents,
    product_artisans,
    responsible_persons,
    manufacturers,
    product_safety,
    admission_rows,
    admission_changes,
    admission_attestations,
    admission_proofs,
    admission_verdicts,
    admission_waivers,
    consents,
    digests,
    assisted_acts,
    digest_links,
    bulk_changes,
    revisions,
    form_drafts,
);
