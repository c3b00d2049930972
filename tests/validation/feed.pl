# Prints what XML::Feed reads in a feed, as one JSON document: see test_feed.py.
use strict;
use warnings;
use JSON::PP;
use XML::Feed;

$XML::Atom::ForceUnicode = 1;
my $data = do { local $/; <STDIN> };
my $feed = XML::Feed->parse(\$data) or die XML::Feed->errstr;
my @entries = map { {
    id => $_->id, title => $_->title, link => $_->link, author => $_->author,
    summary => $_->summary->body, content => $_->content->body,
    updated => $_->modified->iso8601,
    enclosure => { map { $_->url => [ $_->type, 0 + $_->length ] } grep { defined } $_->enclosure },
} } $feed->entries;
print JSON::PP->new->utf8->canonical->encode({
    format => $feed->format, title => $feed->title, id => $feed->id,
    language => $feed->language, self => $feed->self_link, entries => \@entries,
});
