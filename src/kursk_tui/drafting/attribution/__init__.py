"""Attribution: the sources of a sentence, and what each of them says."""
