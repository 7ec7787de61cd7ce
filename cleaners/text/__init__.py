"""Text analysis that the stages share: language, quotations, protected and preformatted spans, proper names."""
