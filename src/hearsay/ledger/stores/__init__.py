"""Those who keep the promise of `hearsay.ledger.store`, each under the name of its engine."""
