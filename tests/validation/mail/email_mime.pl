# Prints what Email::MIME reads in a message, as one JSON document: see mail_parsers.py.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);
use Email::MIME;
use Email::MIME::ContentType;
use JSON::PP;

sub part {
    my ($part) = @_;
    my $told = parse_content_type($part->content_type // 'text/plain');
    my $type = lc "$told->{type}/$told->{subtype}";
    my @inner = $part->subparts;
    return { type => $type, parts => [ map { part($_) } @inner ] } if @inner;
    my $body = $part->body;    # decoded from its transfer encoding, still bytes
    return {
        type    => $type,
        charset => lc($told->{attributes}{charset} // ''),
        name    => $part->filename // '',
        content => unpack('H*', $body),
    };
}

binmode STDIN;
my $message = Email::MIME->new(do { local $/; <STDIN> });
print JSON::PP->new->utf8->canonical->encode(
    { subject => scalar $message->header_str('Subject'), tree => part($message) });
