"""What any stage may use to read a text: language, quotations, protected spans, proper names."""
