-- Which lobby a tour comes to; null where the site has one only.
ALTER TABLE tour ADD COLUMN lobby TEXT;
