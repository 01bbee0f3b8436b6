"""Terms of likelihood in a sentence: their scale and their scope."""
