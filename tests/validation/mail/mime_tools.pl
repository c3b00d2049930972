# Prints what MIME-tools reads in a message, as one JSON document: see mail_parsers.py.
use strict;
use warnings;
use Encode qw(decode);
use JSON::PP;
use MIME::Parser;

sub part {
    my ($entity) = @_;
    my $type = lc $entity->effective_type;
    my @inner = $entity->parts;
    return { type => $type, parts => [ map { part($_) } @inner ] } if @inner;
    my $name = $entity->head->recommended_filename // '';
    $name = decode('UTF-8', $name) unless utf8::is_utf8($name);
    return {
        type    => $type,
        charset => lc($entity->head->mime_attr('content-type.charset') // ''),
        name    => $name,
        content => unpack('H*', $entity->bodyhandle->as_string),
    };
}

binmode STDIN;
my $parser = MIME::Parser->new;
$parser->output_to_core(1);
$parser->tmp_to_core(1);
my $entity = $parser->parse(\*STDIN);
my $subject = $entity->head->get('Subject', 0);
$subject =~ s/\r?\n//g;
print JSON::PP->new->utf8->canonical->encode(
    { subject => decode('MIME-Header', $subject), tree => part($entity) });
