namespace Skylint.Text.Sql;

/// <summary>
/// Reads SQL text piece by piece and says what a hole between two pieces stands for. Knows the quoting of the common dialects,
/// and no grammar beyond the word or sign in front of the hole and the parenthesis that it stands in.
/// </summary>
internal sealed class SqlScanner
{
    private static readonly HashSet<string> s_identifierBefore = new(StringComparer.OrdinalIgnoreCase)
    {
        "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "VIEW", "INDEX", "BY", "ASC", "DESC", "DISTINCT", "SELECT", "AS", "ON", "SCHEMA", "DATABASE", "EXISTS",
        "REFERENCES", "ADD", "COLUMN", "DROP", "TRUNCATE", "USE", "SEQUENCE", "FUNCTION", "PROCEDURE", "EXEC", "EXECUTE", "CALL", "CONSTRAINT", "COLLATE", "TO", "OWNER", "ROLE", "USER",
        "SET", "ORDER", "GROUP", "TRIGGER", "PRAGMA", "DELETE", "INSERT", "ALTER", "CREATE", "RENAME", "LOCK", "COPY", "VACUUM", "ANALYZE", "ONLY", "USING",
    };

    private static readonly HashSet<string> s_valueBefore = new(StringComparer.OrdinalIgnoreCase)
    {
        "LIKE", "ILIKE", "RLIKE", "REGEXP", "GLOB", "BETWEEN", "LIMIT", "OFFSET", "TOP", "THEN", "ELSE", "VALUES", "ESCAPE", "INTERVAL", "RETURN", "SIMILAR", "FETCH", "NEXT", "IS",
    };

    private readonly Stack<string> _parentheses = new();
    private char _quote;
    private bool _lineComment;
    private bool _blockComment;
    private int _quotedLength;
    private bool _holeInQuote;
    private string _word = "";
    private string _previousWord = "";
    private string _clause = "";
    private char _sign;
    private bool _between;
    private bool _glued;

    public SqlScanner()
    {
    }

    /// <summary>A scanner that goes on where the other one is.</summary>
    public SqlScanner(SqlScanner other)
    {
        _parentheses = new(other._parentheses.Reverse());
        (_quote, _lineComment, _blockComment, _quotedLength, _holeInQuote) = (other._quote, other._lineComment, other._blockComment, other._quotedLength, other._holeInQuote);
        (_word, _previousWord, _clause, _sign, _between, _glued) = (other._word, other._previousWord, other._clause, other._sign, other._between, other._glued);
    }

    /// <summary>True inside single quotes.</summary>
    public bool InString => _quote == '\'';

    /// <summary>True when the text so far ends outside quotes and comments.</summary>
    public bool IsNeutral => _quote == '\0' && !_lineComment && !_blockComment;

    /// <summary>Reads a piece of text.</summary>
    public void Read(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (_lineComment)
            {
                _lineComment = c != '\n';
            }
            else if (_blockComment)
            {
                if (c == '*' && next == '/')
                {
                    _blockComment = false;
                    i++;
                }
            }
            else if (_quote != '\0')
            {
                if (c == _quote && next == _quote && _quote != ']')
                {
                    _quotedLength++;
                    i++;
                }
                else if (c == _quote)
                {
                    _quote = '\0';
                    _sign = '\'';
                    _word = "";
                    _glued = true;
                }
                else
                {
                    _quotedLength++;
                }
            }
            else
            {
                i = ReadOutside(text, i, c, next);
            }
        }
    }

    /// <summary>What a hole stands for that comes now, given the text that follows it.</summary>
    public HoleKind Hole(string? following)
    {
        following ??= "";
        if (_lineComment || _blockComment)
            return HoleKind.Clause;
        if (_quote == '\'')
            return _quotedLength == 0 && !_holeInQuote && following.StartsWith("'", StringComparison.Ordinal) && !following.StartsWith("''", StringComparison.Ordinal) ? HoleKind.Quoted : HoleKind.QuotedPart;
        if (_quote != '\0')
            return HoleKind.Identifier;
        if (_glued && _sign != ')' || _sign == '.' || (following.Length > 0 && (IsName(following[0]) || following[0] is '.' or '"' or '`' or ']')))
            return HoleKind.Identifier;
        if (_sign == '\0' && _word.Length > 0)
        {
            if (s_valueBefore.Contains(_word) || (_between && Is(_word, "AND")))
                return HoleKind.Value;
            return s_identifierBefore.Contains(_word) ? HoleKind.Identifier : HoleKind.Clause;
        }

        switch (_sign)
        {
            case '=' or '<' or '>' or '|' or '+' or '-' or '/' or '%' or '!':
                return HoleKind.Value;
            case '*' when !Is(_clause, "SELECT") || _parentheses.Count > 0:
                return HoleKind.Value;
            case '(' or ',' when _parentheses.Count > 0:
                var owner = _parentheses.Peek();
                if (Is(owner, "IN"))
                    return _sign == '(' && following.StartsWith(")", StringComparison.Ordinal) ? HoleKind.Clause : HoleKind.Value;
                if (Is(owner, "INTO") || Is(owner, "TABLE") || Is(owner, "INDEX") || Is(owner, "ON") || Is(owner, "SELECT") || Is(owner, "BY") || Is(owner, "KEY") || Is(owner, "USING"))
                    return HoleKind.Identifier;
                return owner.Length == 0 && !Is(_clause, "VALUES") ? HoleKind.Clause : HoleKind.Value;
            case ',' when Is(_clause, "VALUES") || Is(_clause, "LIMIT") || Is(_clause, "EXEC") || Is(_clause, "CALL"):
                return HoleKind.Value;
            case ',':
                return HoleKind.Identifier;
            default:
                return HoleKind.Clause;
        }
    }

    /// <summary>Takes note that a hole stood here: what follows does not follow the text before it.</summary>
    public void Pass()
    {
        if (_quote != '\0')
        {
            _holeInQuote = true;
            return;
        }

        _previousWord = _word;
        _word = "";
        _sign = ')';
        _glued = true;
    }

    private int ReadOutside(string text, int i, char c, char next)
    {
        switch (c)
        {
            case '\'' or '"' or '`':
                _quote = c;
                _quotedLength = 0;
                _holeInQuote = false;
                return i;
            case '[':
                _quote = ']';
                _quotedLength = 0;
                return i;
            case '-' when next == '-':
                _lineComment = true;
                return i + 1;
            case '/' when next == '*':
                _blockComment = true;
                return i + 1;
        }

        if (IsName(c))
        {
            var start = i;
            while (i + 1 < text.Length && IsName(text[i + 1]))
                i++;
            Word(text.Substring(start, i - start + 1));
            return i;
        }

        _glued = false;
        if (char.IsWhiteSpace(c))
            return i;
        if (c == '(')
            _parentheses.Push(_sign == '\0' ? Owner() : "");
        else if (c == ')' && _parentheses.Count > 0)
            _parentheses.Pop();
        else if (c == ';')
            _clause = "";
        _sign = c;
        return i;
    }

    // For `INSERT INTO orders (` the owner is INTO, for `IN (` it is IN, for `lower(` it is the function.
    private string Owner() => Is(_previousWord, "INTO") || Is(_previousWord, "TABLE") || Is(_previousWord, "ON") ? _previousWord : _word;

    private void Word(string word)
    {
        _previousWord = _word.Length > 0 ? _word : _previousWord;
        _word = word;
        _sign = '\0';
        _glued = true;
        if (Is(word, "BETWEEN"))
            _between = true;
        else if (_between && !Is(word, "AND") && s_identifierBefore.Contains(word))
            _between = false;
        if (Is(word, "SELECT") || Is(word, "VALUES") || Is(word, "SET") || Is(word, "WHERE") || Is(word, "FROM") || Is(word, "ORDER") || Is(word, "GROUP") || Is(word, "LIMIT") || Is(word, "EXEC") || Is(word, "CALL"))
            _clause = word;
    }

    private static bool Is(string word, string keyword) => string.Equals(word, keyword, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '$' or '#' or ':';
}
